CREATE OR REPLACE FUNCTION credential.lost_awards(
    standing credential.award[], weighed credential.weighed_evidence[], judged credential.judgement[],
    eligible credential.judgement[]
) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET jit = off
AS $$
    WITH reached AS (
        SELECT DISTINCT j.agent_key, j.competence_item_key, j.level FROM unnest(judged) AS j WHERE j.is_current
    ),
    lacking AS (
        SELECT
            w.agent_key, w.competence_item_key, w.level, min(rule.published_at) AS since,
            bool_or(rule.retroactive) AS retroactive
        FROM unnest(weighed) AS w
        JOIN credential.rule ON rule.rule_key = w.rule_key
        LEFT JOIN reached
            ON reached.agent_key = w.agent_key AND reached.competence_item_key = w.competence_item_key
            AND reached.level = w.level
        WHERE w.is_current AND reached.level IS NULL
        GROUP BY w.agent_key, w.competence_item_key, w.level
    ),
    -- What came later and was not meant to look back changes nothing for who has the award already.
    strict AS (
        SELECT DISTINCT w.agent_key, w.competence_item_key, w.level, rule.published_at
        FROM unnest(weighed) AS w
        JOIN credential.rule ON rule.rule_key = w.rule_key
        WHERE w.is_current AND rule.retroactive
    ),
    kept AS (
        SELECT a.award_key
        FROM unnest(standing) AS a
        JOIN unnest(eligible) AS e
            ON e.agent_key = a.agent_key AND e.competence_item_key = a.competence_item_key AND e.level = a.level
        UNION
        SELECT a.award_key
        FROM unnest(standing) AS a
        JOIN unnest(judged) AS j
            ON j.agent_key = a.agent_key AND j.competence_item_key = a.competence_item_key AND j.level = a.level
            AND j.rule_key = a.rule_key
        JOIN credential.rule ON rule.rule_key = a.rule_key
        LEFT JOIN lacking
            ON rule.cumulative AND lacking.agent_key = a.agent_key
            AND lacking.competence_item_key = a.competence_item_key AND lacking.level < a.level
            AND (lacking.retroactive OR lacking.since <= a.awarded_at)
        LEFT JOIN strict
            ON strict.agent_key = a.agent_key AND strict.competence_item_key = a.competence_item_key
            AND strict.level = a.level AND strict.published_at > a.awarded_at
        WHERE lacking.level IS NULL AND strict.level IS NULL
    )
    SELECT a.award_key
    FROM unnest(standing) AS a
    LEFT JOIN kept ON kept.award_key = a.award_key
    WHERE kept.award_key IS NULL
$$;

COMMENT ON FUNCTION credential.lost_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[], credential.judgement[]
) IS
    'Which of the standing awards no longer stand: neither by the rule that found them, unless a later one looks back, '
    'nor by one that decides now.';

REVOKE EXECUTE ON FUNCTION credential.lost_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[], credential.judgement[]
) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.lost_awards(
    credential.award[], credential.weighed_evidence[], credential.judgement[], credential.judgement[]
) TO tessera_service;
