CREATE OR REPLACE FUNCTION framework.case_rubric_levels(base text)
RETURNS TABLE (
    document_key bigint, criterion_level_key bigint, criterion_key bigint, identifier uuid, ordinal integer,
    told jsonb, members jsonb
)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        l.document_key, l.criterion_level_key, l.criterion_key, l.identifier, l.ordinal,
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', l.identifier,
            'uri', framework.case_uri(base, 'CFRubrics', rubric.identifier, rubric.members) || '#' || l.identifier,
            'description', item.full_statement,
            'quality', CASE
                WHEN item.item_key IS NOT NULL THEN COALESCE(item.abbreviated_statement, 'Level ' || item.level)
            END,
            'score', item.level,
            'position', COALESCE(item.level, l.ordinal),
            'rubricCriterionId', criterion.identifier,
            'lastChangeDateTime', framework.case_time(COALESCE(item.last_change, l.last_change)),
            'extensions', '[]'::jsonb || framework.case_renamed(
                framework.case_translations(item.item_key),
                '{"fullStatement": "description", "abbreviatedStatement": "quality"}'
            )
        )),
        l.members
    FROM framework.rubric_criterion_level AS l
    JOIN framework.rubric_criterion AS criterion USING (criterion_key)
    JOIN framework.rubric USING (rubric_key)
    LEFT JOIN framework.item ON item.item_key = l.level_key
$$;

COMMENT ON FUNCTION framework.case_rubric_levels(text) IS
    'Levels of rubrics'' criteria as their level items tell them in CASE 1.1, and what is otherwise.';

REVOKE EXECUTE ON FUNCTION framework.case_rubric_levels(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_rubric_levels(text) TO tessera_service;
