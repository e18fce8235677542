CREATE OR REPLACE FUNCTION framework.case_rubric_criteria(base text)
RETURNS TABLE (
    document_key bigint, criterion_key bigint, rubric_key bigint, identifier uuid, ordinal integer, told jsonb,
    members jsonb
)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        c.document_key, c.criterion_key, c.rubric_key, c.identifier, c.ordinal,
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', c.identifier,
            'uri', framework.case_uri(base, 'CFRubrics', rubric.identifier, rubric.members) || '#' || c.identifier,
            'description', item.full_statement,
            'CFItemURI', CASE WHEN item.item_key IS NOT NULL THEN framework.case_link(
                item.full_statement, item.identifier,
                framework.case_uri(base, 'CFItems', item.identifier, item.members))
            END,
            'weight', CASE WHEN item.item_key IS NOT NULL THEN 1 END,
            'position', c.ordinal,
            'rubricId', rubric.identifier,
            'lastChangeDateTime', framework.case_time(COALESCE(item.last_change, c.last_change)),
            'extensions', framework.case_renamed(
                framework.case_translations(item.item_key), '{"fullStatement": "description"}')
        )),
        c.members
    FROM framework.rubric_criterion AS c
    JOIN framework.rubric USING (rubric_key)
    LEFT JOIN framework.item ON item.item_key = c.item_key
$$;

COMMENT ON FUNCTION framework.case_rubric_criteria(text) IS
    'Criteria of rubrics, without their levels, as their items tell them in CASE 1.1, and what is otherwise.';

REVOKE EXECUTE ON FUNCTION framework.case_rubric_criteria(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_rubric_criteria(text) TO tessera_service;
