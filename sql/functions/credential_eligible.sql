CREATE OR REPLACE FUNCTION credential.eligible(
    weighed credential.weighed_evidence[], judged credential.judgement[]
) RETURNS SETOF credential.judgement
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET jit = off
AS $$
    WITH reached AS (
        SELECT DISTINCT j.agent_key, j.competence_item_key, j.level FROM unnest(judged) AS j WHERE j.is_current
    ),
    lacking AS (
        SELECT w.agent_key, w.competence_item_key, min(w.level) AS level
        FROM unnest(weighed) AS w
        LEFT JOIN reached USING (agent_key, competence_item_key, level)
        WHERE w.is_current AND reached.level IS NULL
        GROUP BY w.agent_key, w.competence_item_key
    )
    SELECT j.*
    FROM unnest(judged) AS j
    JOIN credential.rule ON rule.rule_key = j.rule_key
    LEFT JOIN lacking
        ON lacking.agent_key = j.agent_key AND lacking.competence_item_key = j.competence_item_key
    WHERE j.is_current AND (NOT rule.cumulative OR lacking.level IS NULL OR j.level < lacking.level)
$$;

COMMENT ON FUNCTION credential.eligible(credential.weighed_evidence[], credential.judgement[]) IS
    'The judgements by rules that decide now whose level is reached: where levels are cumulative, the rules of all '
    'levels below are met as well.';

REVOKE EXECUTE ON FUNCTION credential.eligible(credential.weighed_evidence[], credential.judgement[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.eligible(credential.weighed_evidence[], credential.judgement[]) TO tessera_service;
