CREATE OR REPLACE FUNCTION credential.weigh(
    agents bigint[], competences bigint[], renewing credential.award[] DEFAULT '{}'
)
    RETURNS SETOF credential.weighed_evidence
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    -- All is in memory, in amounts that the planner cannot know: what can be hashed must be.
    SET enable_nestloop = off
    SET jit = off
AS $$
DECLARE
    found credential.evidence[] := ARRAY(SELECT e FROM credential.evidence_of(agents, competences) AS e);
    standing credential.award[] := ARRAY(SELECT a FROM credential.standing_awards(agents, competences) AS a);
    about_competences bigint[];
    about_pilots bigint[];
BEGIN
    SELECT array_agg(about.competence_item_key), array_agg(about.pilot_key)
    INTO about_competences, about_pilots
    FROM (
        SELECT DISTINCT e.competence_item_key, COALESCE(e.pilot_key, 0) AS pilot_key FROM unnest(found) AS e
    ) AS about;

    RETURN QUERY
    WITH listed AS MATERIALIZED (
        SELECT assessor.agent_key, assessor.removed_at, COALESCE(assessor.pilot_key, own.pilot_key) AS pilot_key
        FROM credential.assessor
        LEFT JOIN training.pilot_partner AS own ON own.partner_key = assessor.partner_key
    ),
    authorised AS MATERIALIZED (
        SELECT DISTINCT e.statement_key
        FROM unnest(found) AS e
        CROSS JOIN LATERAL unnest(e.assessor_keys) AS voucher (agent_key)
        JOIN listed ON listed.agent_key = voucher.agent_key AND listed.pilot_key = e.pilot_key
        WHERE listed.removed_at IS NULL OR e.statement_key < lrs.first_key_at(listed.removed_at)
    ),
    evidence AS MATERIALIZED (
        SELECT
            e.agent_key, e.competence_item_key, e.statement_key, e.statement_id, e.level, e.kind, e.happened_at,
            e.pilot_key, e.profile_item_key, e.score_scaled, authorised.statement_key IS NOT NULL AS is_authorised
        FROM unnest(found) AS e
        LEFT JOIN authorised ON authorised.statement_key = e.statement_key
    ),
    decides AS MATERIALIZED (
        SELECT rules.competence_item_key, rules.level, rules.pilot_key, rules.rule_key
        FROM credential.rules_for(about_competences, about_pilots) AS rules
    ),
    -- Rules that decide now; and those by which awards stand, for the awards keep to what they were made by.
    named AS MATERIALIZED (
        SELECT
            rules.agent_key, rules.competence_item_key, rules.level, rules.rule_key,
            bool_or(rules.is_current) AS is_current, min(rules.moment) AS moment
        FROM (
            SELECT e.agent_key, e.competence_item_key, decides.level, decides.rule_key, true AS is_current,
                NULL::timestamptz AS moment
            FROM (
                SELECT DISTINCT each.agent_key, each.competence_item_key, COALESCE(each.pilot_key, 0) AS pilot_key
                FROM evidence AS each
            ) AS e
            JOIN decides ON decides.competence_item_key = e.competence_item_key AND decides.pilot_key = e.pilot_key
            UNION ALL
            SELECT a.agent_key, a.competence_item_key, a.level, a.rule_key, false, a.awarded_at
            FROM unnest(standing) AS a
            UNION ALL
            SELECT a.agent_key, a.competence_item_key, below.level::smallint, below.rule_key, false, a.awarded_at
            FROM unnest(standing) AS a
            CROSS JOIN LATERAL unnest(a.below_rule_keys) WITH ORDINALITY AS below (rule_key, level)
            WHERE below.rule_key IS NOT NULL
        ) AS rules
        GROUP BY rules.agent_key, rules.competence_item_key, rules.level, rules.rule_key
    ),
    -- How old evidence is, is asked at the moment of the award; what is to renew one, is asked now, and is newer.
    ruled AS MATERIALIZED (
        SELECT
            named.agent_key, named.competence_item_key, named.level, named.rule_key, named.is_current,
            rule.pilot_key, rule.across_pilots,
            CASE WHEN r.award_key = a.award_key THEN now() ELSE COALESCE(a.awarded_at, named.moment, now()) END
                AS moment,
            lrs.first_key_at(r.awarded_at + interval '1 millisecond') AS first_key
        FROM named
        JOIN credential.rule ON rule.rule_key = named.rule_key
        LEFT JOIN unnest(standing) AS a
            ON a.agent_key = named.agent_key AND a.competence_item_key = named.competence_item_key
            AND a.level = named.level AND a.renewed_at IS NULL
        LEFT JOIN unnest(renewing) AS r
            ON r.agent_key = named.agent_key AND r.competence_item_key = named.competence_item_key
            AND r.level = named.level
    ),
    counted AS (
        SELECT
            ruled.agent_key, ruled.competence_item_key, ruled.level, ruled.rule_key,
            CASE WHEN ruled.across_pilots OR ruled.pilot_key IS NOT NULL THEN COALESCE(ruled.pilot_key, 0)
                ELSE COALESCE(e.pilot_key, 0) END AS pilot_key,
            condition.condition_key, e.statement_key, e.statement_id, e.kind, e.happened_at,
            e.pilot_key AS evidence_pilot_key, e.profile_item_key, max(e.level) AS shown_level
        FROM ruled
        JOIN evidence AS e
            ON e.agent_key = ruled.agent_key AND e.competence_item_key = ruled.competence_item_key
            AND e.level >= ruled.level
        JOIN credential.rule_condition AS condition
            ON condition.rule_key = ruled.rule_key AND condition.kind = e.kind
        LEFT JOIN decides
            ON decides.competence_item_key = e.competence_item_key AND decides.level = ruled.level
            AND decides.pilot_key = COALESCE(e.pilot_key, 0) AND decides.rule_key = ruled.rule_key
        -- A pilot's own rule looks at what the pilot's people showed elsewhere if it says so; a rule for all pilots
        -- never at what arose in one with a rule of its own, which might ask for more.
        WHERE CASE
                WHEN ruled.pilot_key IS NOT NULL THEN ruled.across_pilots OR e.pilot_key = ruled.pilot_key
                ELSE decides.rule_key IS NOT NULL OR NOT ruled.is_current
            END
            AND (condition.minimum_score IS NULL OR e.score_scaled >= condition.minimum_score)
            AND (condition.maximum_age IS NULL OR e.happened_at + condition.maximum_age >= ruled.moment)
            AND (condition.assessors = 'any' OR e.is_authorised)
            AND (ruled.first_key IS NULL OR e.statement_key >= ruled.first_key)
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    )
    SELECT
        ruled.agent_key, ruled.competence_item_key, ruled.level, ruled.rule_key, ruled.is_current,
        COALESCE(counted.pilot_key, 0), counted.condition_key,
        row_number() OVER (
            PARTITION BY
                ruled.agent_key, ruled.competence_item_key, ruled.level, ruled.rule_key, counted.pilot_key,
                counted.condition_key
            ORDER BY counted.statement_key
        ),
        counted.statement_key, counted.statement_id, counted.shown_level, counted.kind, counted.happened_at,
        counted.evidence_pilot_key, counted.profile_item_key
    FROM ruled
    LEFT JOIN counted
        ON counted.agent_key = ruled.agent_key AND counted.competence_item_key = ruled.competence_item_key
        AND counted.level = ruled.level AND counted.rule_key = ruled.rule_key;
END
$$;

COMMENT ON FUNCTION credential.weigh(bigint[], bigint[], credential.award[]) IS
    'Which statements count for which conditions of the rules that decide people''s levels, given people and '
    'competences in pairs. Evidence of a level counts for those below it as well. For levels of awards that are to be '
    'renewed only what was stored after these counts.';

REVOKE EXECUTE ON FUNCTION credential.weigh(bigint[], bigint[], credential.award[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.weigh(bigint[], bigint[], credential.award[]) TO tessera_service;
