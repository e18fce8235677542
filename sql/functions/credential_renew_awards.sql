CREATE OR REPLACE FUNCTION credential.renew_awards(agents bigint[], competences bigint[]) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET enable_nestloop = off
    SET jit = off
AS $$
DECLARE
    renewing credential.award[] := ARRAY(SELECT a FROM credential.awards_to_renew(agents, competences) AS a);
    weighed credential.weighed_evidence[];
    eligible credential.judgement[];
    due bigint[];
    renewed bigint;
BEGIN
    IF cardinality(renewing) = 0 THEN
        RETURN 0;
    END IF;
    -- All levels are weighed, for where levels are cumulative those below must be met; only these are made anew.
    weighed := ARRAY(SELECT w FROM credential.weigh(agents, competences, renewing) AS w);
    eligible := ARRAY(
        SELECT e FROM credential.eligible(weighed, ARRAY(SELECT j FROM credential.judge(weighed) AS j)) AS e
    );
    due := ARRAY(
        SELECT r.award_key
        FROM unnest(renewing) AS r
        JOIN credential.new_awards('{}', weighed, eligible) AS n
            ON n.agent_key = r.agent_key AND n.competence_item_key = r.competence_item_key AND n.level = r.level
        WHERE NOT credential.is_refused(n.agent_key, n.competence_item_key, n.level, n.statements)
    );
    -- The one of before makes room first: a level is held once.
    UPDATE credential.award SET renewed_at = now() WHERE award.award_key = ANY (due);
    INSERT INTO credential.award (
        agent_key, competence_item_key, level, pilot_key, profile_item_key, rule_key, achieved_at, method,
        below_rule_keys, decision, renews
    )
    SELECT
        n.agent_key, n.competence_item_key, n.level, n.pilot_key, n.profile_item_key, n.rule_key, n.achieved_at,
        n.method, n.below_rule_keys, CASE WHEN approval.required THEN 'proposed' ELSE 'unneeded' END, r.award_key
    FROM unnest(renewing) AS r
    JOIN credential.new_awards('{}', weighed, eligible) AS n
        ON n.agent_key = r.agent_key AND n.competence_item_key = r.competence_item_key AND n.level = r.level
    LEFT JOIN credential.approval ON approval.pilot_key = n.pilot_key
    WHERE r.award_key = ANY (due);
    GET DIAGNOSTICS renewed = ROW_COUNT;
    RETURN renewed;
END
$$;

COMMENT ON FUNCTION credential.renew_awards(bigint[], bigint[]) IS
    'Makes awards anew whose credentials end soon, or ended, where evidence that was stored after them is enough by '
    'itself. The award and the credential of before stand until they end. Returns how many were made.';

REVOKE EXECUTE ON FUNCTION credential.renew_awards(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.renew_awards(bigint[], bigint[]) TO tessera_service;
