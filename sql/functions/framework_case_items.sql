CREATE OR REPLACE FUNCTION framework.case_items(base text)
RETURNS TABLE (
    document_key bigint, item_key bigint, identifier uuid, ordinal integer, told jsonb, members jsonb
)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        i.document_key, i.item_key, i.identifier, i.ordinal,
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', i.identifier,
            'fullStatement', i.full_statement,
            'CFItemType', type.name,
            'uri', framework.case_uri(base, 'CFItems', i.identifier, i.members),
            'humanCodingScheme', i.code,
            'abbreviatedStatement', i.abbreviated_statement,
            'conceptKeywords', CASE WHEN i.concept_keywords <> '{}' THEN to_jsonb(i.concept_keywords) END,
            'notes', i.notes,
            'CFItemTypeURI', (
                SELECT framework.case_link(definition.title, definition.identifier, definition.uri)
                FROM framework.case_definitions(base) AS definition
                WHERE definition.document_key = i.document_key AND definition.kind = 'item type'
                    AND definition.title = type.name
                ORDER BY definition.ordinal
                LIMIT 1
            ),
            'lastChangeDateTime', framework.case_time(i.last_change)
        ))
        || CASE WHEN extensions.told = '{}' THEN '{}' ELSE jsonb_build_object('extensions', extensions.told) END,
        i.members
    FROM framework.item AS i
    CROSS JOIN LATERAL (
        SELECT CASE i.kind
            WHEN 'area' THEN 'Area'
            WHEN 'competence' THEN 'Competence'
            WHEN 'level' THEN 'Level descriptor'
            WHEN 'profile' THEN 'Staff profile'
        END AS name
    ) AS type
    CROSS JOIN LATERAL (
        SELECT i.extensions || jsonb_strip_nulls(jsonb_build_object(
            'iust:level', i.level,
            'iust:eqfReference', i.eqf_reference,
            'iust:translations', framework.case_translations(i.item_key)
        )) AS told
    ) AS extensions
$$;

COMMENT ON FUNCTION framework.case_items(text) IS
    'Items as the columns tell them in CASE 1.1, for a node with this base URL, and what is otherwise.';

REVOKE EXECUTE ON FUNCTION framework.case_items(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_items(text) TO tessera_service;
