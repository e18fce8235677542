CREATE OR REPLACE FUNCTION framework.case_rubrics(base text)
RETURNS TABLE (
    document_key bigint, rubric_key bigint, identifier uuid, ordinal integer, told jsonb, members jsonb
)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        r.document_key, r.rubric_key, r.identifier, r.ordinal,
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', r.identifier,
            'uri', framework.case_uri(base, 'CFRubrics', r.identifier, r.members),
            'title', item.full_statement,
            'lastChangeDateTime', framework.case_time(COALESCE(item.last_change, r.last_change)),
            'extensions', framework.case_renamed(
                framework.case_translations(item.item_key), '{"fullStatement": "title"}')
        )),
        r.members
    FROM framework.rubric AS r
    LEFT JOIN framework.item ON item.item_key = r.competence_key
$$;

COMMENT ON FUNCTION framework.case_rubrics(text) IS
    'Rubrics, without their criteria, as their competences tell them in CASE 1.1, and what is otherwise.';

REVOKE EXECUTE ON FUNCTION framework.case_rubrics(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_rubrics(text) TO tessera_service;
