CREATE OR REPLACE FUNCTION framework.case_definitions(base text)
RETURNS TABLE (
    document_key bigint, definition_key bigint, kind text, identifier uuid, ordinal integer, title text, uri text,
    told jsonb, members jsonb
)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        d.document_key, d.definition_key, d.kind, d.identifier, d.ordinal, d.title,
        framework.case_uri(base, class.name, d.identifier, d.members),
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', d.identifier,
            'uri', framework.case_uri(base, class.name, d.identifier, d.members),
            'title', d.title,
            'description', d.description,
            'hierarchyCode', d.hierarchy_code,
            'lastChangeDateTime', framework.case_time(d.last_change)
        )),
        d.members
    FROM framework.definition AS d
    JOIN (
        VALUES
            ('concept', 'CFConcepts'), ('subject', 'CFSubjects'), ('licence', 'CFLicenses'),
            ('item type', 'CFItemTypes'), ('association grouping', 'CFAssociationGroupings')
    ) AS class (kind, name) ON class.kind = d.kind
$$;

COMMENT ON FUNCTION framework.case_definitions(text) IS
    'Definitions as the columns tell them in CASE 1.1, for a node with this base URL, and what is otherwise.';

REVOKE EXECUTE ON FUNCTION framework.case_definitions(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_definitions(text) TO tessera_service;
