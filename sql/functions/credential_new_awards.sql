CREATE OR REPLACE FUNCTION credential.new_awards(
    standing credential.award[], weighed credential.weighed_evidence[], eligible credential.judgement[]
) RETURNS TABLE (
    agent_key bigint, competence_item_key bigint, level smallint, rule_key integer, achieved_at timestamptz,
    pilot_key bigint, profile_item_key bigint, method lrs.level_method, statements bigint[],
    below_rule_keys integer[]
)
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET jit = off
AS $$
    WITH chosen AS (
        SELECT DISTINCT ON (e.agent_key, e.competence_item_key, e.level)
            e.agent_key, e.competence_item_key, e.level, e.rule_key, e.pilot_key, e.condition_keys, e.statement_key,
            e.achieved_at
        FROM unnest(eligible) AS e
        LEFT JOIN unnest(standing) AS a
            ON a.agent_key = e.agent_key AND a.competence_item_key = e.competence_item_key AND a.level = e.level
        WHERE a.award_key IS NULL
        ORDER BY e.agent_key, e.competence_item_key, e.level, e.statement_key, e.rule_key
    ),
    top AS (
        SELECT e.agent_key, e.competence_item_key, max(e.level) AS level
        FROM unnest(eligible) AS e
        GROUP BY e.agent_key, e.competence_item_key
    ),
    ladder AS (
        SELECT DISTINCT ON (e.agent_key, e.competence_item_key, e.level)
            e.agent_key, e.competence_item_key, e.level, e.rule_key
        FROM unnest(eligible) AS e
        ORDER BY e.agent_key, e.competence_item_key, e.level, e.statement_key, e.rule_key
    ),
    below AS (
        SELECT c.agent_key, c.competence_item_key, c.level, array_agg(ladder.rule_key ORDER BY step.level) AS rule_keys
        FROM chosen AS c
        JOIN credential.rule ON rule.rule_key = c.rule_key AND rule.cumulative
        CROSS JOIN LATERAL generate_series(1, c.level - 1) AS step (level)
        LEFT JOIN ladder
            ON ladder.agent_key = c.agent_key AND ladder.competence_item_key = c.competence_item_key
            AND ladder.level = step.level
        GROUP BY c.agent_key, c.competence_item_key, c.level
    ),
    proven AS (
        SELECT
            c.agent_key, c.competence_item_key, c.level, c.rule_key, c.achieved_at,
            -- Who asked for a level has it; who only had more than that has it without a paper of its own.
            bool_or(w.shown_level = c.level) OR c.level = top.level AS is_due,
            array_agg(DISTINCT w.statement_key) AS statements,
            (array_agg(w.kind ORDER BY w.statement_key DESC) FILTER (WHERE w.statement_key <= c.statement_key))[1]
                AS method,
            (
                array_agg(w.evidence_pilot_key ORDER BY w.statement_key DESC) FILTER (
                    WHERE w.statement_key <= c.statement_key AND w.evidence_pilot_key IS NOT NULL
                )
            )[1] AS pilot_key,
            (
                array_agg(w.profile_item_key ORDER BY w.statement_key DESC) FILTER (
                    WHERE w.statement_key <= c.statement_key AND w.profile_item_key IS NOT NULL
                )
            )[1] AS profile_item_key
        FROM chosen AS c
        JOIN top ON top.agent_key = c.agent_key AND top.competence_item_key = c.competence_item_key
        JOIN unnest(weighed) AS w
            ON w.agent_key = c.agent_key AND w.competence_item_key = c.competence_item_key AND w.level = c.level
            AND w.rule_key = c.rule_key AND w.pilot_key = c.pilot_key AND w.condition_key = ANY (c.condition_keys)
        GROUP BY
            c.agent_key, c.competence_item_key, c.level, c.rule_key, c.achieved_at, c.statement_key, top.level
    )
    SELECT
        p.agent_key, p.competence_item_key, p.level, p.rule_key, p.achieved_at, p.pilot_key, p.profile_item_key,
        p.method, p.statements, below.rule_keys
    FROM proven AS p
    LEFT JOIN below
        ON below.agent_key = p.agent_key AND below.competence_item_key = p.competence_item_key
        AND below.level = p.level
    WHERE p.is_due
$$;

COMMENT ON FUNCTION credential.new_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[]
) IS
    'The awards to make: of the levels reached without a standing award, those that evidence told of, and the highest. '
    'A lower level that only follows from a higher one gets no award of its own. Pilot, profile and method are those '
    'of the latest statement that was needed.';

REVOKE EXECUTE ON FUNCTION credential.new_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[]
) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.new_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[]
) TO tessera_service;
