CREATE OR REPLACE FUNCTION credential.lost_renewals(
    agents bigint[], competences bigint[], standing credential.award[]
) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET jit = off
AS $$
DECLARE
    renewed credential.award[] := ARRAY(
        SELECT earlier
        FROM unnest(standing) AS a
        JOIN unnest(standing) AS earlier ON earlier.award_key = a.renews
        WHERE a.renewed_at IS NULL
    );
    weighed credential.weighed_evidence[];
    judged credential.judgement[];
    eligible credential.judgement[];
BEGIN
    IF cardinality(renewed) = 0 THEN
        RETURN;
    END IF;
    weighed := ARRAY(SELECT w FROM credential.weigh(agents, competences, renewed) AS w);
    judged := ARRAY(SELECT j FROM credential.judge(weighed) AS j);
    eligible := ARRAY(SELECT e FROM credential.eligible(weighed, judged) AS e);
    RETURN QUERY
    SELECT a.award_key
    FROM unnest(standing) AS a
    JOIN unnest(renewed) AS earlier ON earlier.award_key = a.renews
    LEFT JOIN unnest(eligible) AS e
        ON e.agent_key = a.agent_key AND e.competence_item_key = a.competence_item_key AND e.level = a.level
    LEFT JOIN unnest(judged) AS j
        ON j.agent_key = a.agent_key AND j.competence_item_key = a.competence_item_key AND j.level = a.level
        AND j.rule_key = a.rule_key
    WHERE a.renewed_at IS NULL AND e.level IS NULL AND j.level IS NULL;
END
$$;

COMMENT ON FUNCTION credential.lost_renewals(bigint[], bigint[], credential.award[]) IS
    'Which of the standing awards that renewed others no longer stand on what was stored after those, whatever there was '
    'before.';

REVOKE EXECUTE ON FUNCTION credential.lost_renewals(bigint[], bigint[], credential.award[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.lost_renewals(bigint[], bigint[], credential.award[]) TO tessera_service;
