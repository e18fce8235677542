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
    -- What came later and was not meant to look back changes nothing for who has the award already.
    strict AS (
        SELECT DISTINCT w.agent_key, w.competence_item_key, w.level, rule.published_at
        FROM unnest(weighed) AS w
        JOIN credential.rule ON rule.rule_key = w.rule_key
        LEFT JOIN reached
            ON reached.agent_key = w.agent_key AND reached.competence_item_key = w.competence_item_key
            AND reached.level = w.level
        WHERE w.is_current AND rule.retroactive AND reached.level IS NULL
    ),
    -- Awards of which a level below is reached neither by the rule that did then nor by one that decides now.
    sunken AS (
        SELECT a.award_key
        FROM unnest(standing) AS a
        CROSS JOIN LATERAL unnest(a.below_rule_keys) WITH ORDINALITY AS below (rule_key, level)
        LEFT JOIN unnest(judged) AS j
            ON j.agent_key = a.agent_key AND j.competence_item_key = a.competence_item_key
            AND j.level = below.level AND (j.rule_key = below.rule_key OR j.is_current)
        WHERE below.rule_key IS NOT NULL AND j.level IS NULL
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
        LEFT JOIN strict
            ON strict.agent_key = a.agent_key AND strict.competence_item_key = a.competence_item_key
            AND (strict.level = a.level OR (strict.level < a.level AND a.below_rule_keys IS NOT NULL))
            AND strict.published_at > a.awarded_at
        WHERE strict.level IS NULL
            AND NOT EXISTS (
                SELECT FROM sunken
                WHERE sunken.award_key = a.award_key
            )
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
