CREATE OR REPLACE FUNCTION framework.case_rubric(rubric bigint, base text) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT framework.case_object(r.told, r.members) || jsonb_build_object('CFRubricCriteria', (
        SELECT jsonb_agg(
            framework.case_object(c.told, c.members) || jsonb_build_object('CFRubricCriterionLevels', (
                SELECT jsonb_agg(framework.case_object(l.told, l.members) ORDER BY l.ordinal)
                FROM framework.case_rubric_levels(base) AS l
                WHERE l.criterion_key = c.criterion_key
            ))
            ORDER BY c.ordinal
        )
        FROM framework.case_rubric_criteria(base) AS c
        WHERE c.rubric_key = r.rubric_key
    ))
    FROM framework.case_rubrics(base) AS r
    WHERE r.rubric_key = rubric
$$;

COMMENT ON FUNCTION framework.case_rubric(bigint, text) IS
    'A rubric (by key) with its criteria and their levels as CASE 1.1, for a node with this base URL; null in place of '
    'an empty list.';

REVOKE EXECUTE ON FUNCTION framework.case_rubric(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_rubric(bigint, text) TO tessera_service;
