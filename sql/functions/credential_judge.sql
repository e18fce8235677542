CREATE OR REPLACE FUNCTION credential.judge(weighed credential.weighed_evidence[])
    RETURNS SETOF credential.judgement
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET jit = off
AS $$
    WITH met AS MATERIALIZED (
        SELECT
            w.agent_key, w.competence_item_key, w.level, w.rule_key, w.is_current, w.pilot_key, w.condition_key,
            max(w.statement_key) AS statement_key, max(w.happened_at) AS achieved_at
        FROM unnest(weighed) AS w
        JOIN credential.rule_condition AS condition ON condition.condition_key = w.condition_key
        WHERE w.place <= condition.minimum
        GROUP BY
            w.agent_key, w.competence_item_key, w.level, w.rule_key, w.is_current, w.pilot_key, w.condition_key,
            condition.minimum
        HAVING count(*) = condition.minimum
    ),
    alternative AS (
        SELECT
            met.agent_key, met.competence_item_key, met.level, met.rule_key, met.is_current, met.pilot_key,
            array_agg(met.condition_key) AS condition_keys, max(met.statement_key) AS statement_key,
            max(met.achieved_at) AS achieved_at
        FROM met
        JOIN credential.rule_alternative AS part
            ON part.condition_key = met.condition_key AND part.rule_key = met.rule_key
        GROUP BY
            met.agent_key, met.competence_item_key, met.level, met.rule_key, met.is_current, met.pilot_key,
            part.alternative, part.size
        HAVING count(*) = part.size
    ),
    -- Every alternative that is met counts as proof; the first that was made the award.
    conditions AS (
        SELECT
            a.agent_key, a.competence_item_key, a.level, a.rule_key, a.is_current, a.pilot_key,
            array_agg(DISTINCT condition_key ORDER BY condition_key) AS condition_keys
        FROM alternative AS a
        CROSS JOIN LATERAL unnest(a.condition_keys) AS condition_key
        GROUP BY a.agent_key, a.competence_item_key, a.level, a.rule_key, a.is_current, a.pilot_key
    ),
    first AS (
        SELECT DISTINCT ON (a.agent_key, a.competence_item_key, a.level, a.rule_key, a.pilot_key)
            a.agent_key, a.competence_item_key, a.level, a.rule_key, a.pilot_key, a.statement_key, a.achieved_at
        FROM alternative AS a
        ORDER BY a.agent_key, a.competence_item_key, a.level, a.rule_key, a.pilot_key, a.statement_key
    )
    SELECT
        c.agent_key, c.competence_item_key, c.level, c.rule_key, c.is_current, c.pilot_key, c.condition_keys,
        first.statement_key, first.achieved_at
    FROM conditions AS c
    JOIN first USING (agent_key, competence_item_key, level, rule_key, pilot_key)
$$;

COMMENT ON FUNCTION credential.judge(credential.weighed_evidence[]) IS
    'Which rules are met, each with the conditions of the alternatives that are, and with the statement that was the '
    'last one needed.';

REVOKE EXECUTE ON FUNCTION credential.judge(credential.weighed_evidence[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.judge(credential.weighed_evidence[]) TO tessera_service;
