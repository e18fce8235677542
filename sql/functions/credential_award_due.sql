CREATE OR REPLACE FUNCTION credential.award_due(
    at_most integer, OUT weighed_pairs bigint, OUT awarded bigint, OUT withdrawn bigint
)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    -- The tables are big and found by key; what is joined is in memory. See credential.weigh.
    SET enable_seqscan = off
    SET enable_nestloop = off
    SET jit = off
AS $$
DECLARE
    agents bigint[];
    competences bigint[];
    standing credential.award[];
    weighed credential.weighed_evidence[];
    judged credential.judgement[];
    eligible credential.judgement[];
    lost bigint[];
BEGIN
    -- Each statement below sees what was committed before the rows were locked, and whoever notes these people anew
    -- waits until this transaction is over: nothing can change between the weighing and the deletion of the rows.
    SELECT array_agg(due.agent_key), array_agg(due.competence_item_key)
    INTO agents, competences
    FROM (
        SELECT d.agent_key, d.competence_item_key
        FROM credential.due AS d
        ORDER BY d.agent_key, d.competence_item_key
        LIMIT at_most
        FOR UPDATE SKIP LOCKED
    ) AS due;
    weighed_pairs := COALESCE(cardinality(agents), 0);
    awarded := 0;
    withdrawn := 0;
    IF weighed_pairs = 0 THEN
        RETURN;
    END IF;

    weighed := ARRAY(SELECT w FROM credential.weigh(agents, competences) AS w);
    judged := ARRAY(SELECT j FROM credential.judge(weighed) AS j);
    eligible := ARRAY(SELECT e FROM credential.eligible(weighed, judged) AS e);
    standing := ARRAY(SELECT a FROM credential.standing_awards(agents, competences) AS a);

    lost := ARRAY(
        SELECT award_key
        FROM (
            SELECT lost_award FROM credential.lost_awards(standing, weighed, judged, eligible) AS lost_award
            UNION
            SELECT lost_award FROM credential.lost_renewals(agents, competences, standing) AS lost_award
        ) AS lost_key (award_key)
        WHERE NOT credential.rests_on_unread(award_key)
    );
    WITH gone AS (
        UPDATE credential.award
        SET withdrawn_at = now(),
            withdrawal_reason = credential.loss_in_words(award.award_key)
        WHERE award.award_key = ANY (lost) AND award.withdrawn_at IS NULL
        RETURNING award.award_key
    )
    SELECT count(*) INTO withdrawn FROM gone;
    -- Where a renewal was lost, the one of before counts again.
    UPDATE credential.award SET renewed_at = NULL
    WHERE award.renewed_at IS NOT NULL AND award.award_key = ANY (ARRAY(
        SELECT max(s.award_key)
        FROM unnest(standing) AS s
        JOIN unnest(standing) AS gone
            ON gone.agent_key = s.agent_key AND gone.competence_item_key = s.competence_item_key
            AND gone.level = s.level AND gone.award_key = ANY (lost)
        WHERE s.award_key <> ALL (lost)
        GROUP BY s.agent_key, s.competence_item_key, s.level
    ));

    WITH made AS (
        INSERT INTO credential.award (
            agent_key, competence_item_key, level, pilot_key, profile_item_key, rule_key, achieved_at, method,
            below_rule_keys, decision
        )
        SELECT
            n.agent_key, n.competence_item_key, n.level, n.pilot_key, n.profile_item_key, n.rule_key, n.achieved_at,
            n.method, n.below_rule_keys, CASE WHEN approval.required THEN 'proposed' ELSE 'unneeded' END
        FROM credential.new_awards(standing, weighed, eligible) AS n
        LEFT JOIN credential.approval ON approval.pilot_key = n.pilot_key
        WHERE NOT credential.is_refused(n.agent_key, n.competence_item_key, n.level, n.statements)
        ON CONFLICT (agent_key, competence_item_key, level) WHERE withdrawn_at IS NULL AND renewed_at IS NULL
            DO NOTHING
        RETURNING award_key
    )
    SELECT count(*) INTO awarded FROM made;
    awarded := awarded + credential.renew_awards(agents, competences);

    PERFORM credential.prove_awards(
        ARRAY(SELECT a FROM credential.standing_awards(agents, competences) AS a), weighed, judged
    );
    PERFORM credential.settle_due(agents, competences);
END
$$;

COMMENT ON FUNCTION credential.award_due(integer) IS
    'Weighs the evidence of the next people and competences in credential.due, makes the awards that it is enough for '
    'and withdraws those that it no longer is. Any number of workers may do so at once, each with other people.';

REVOKE EXECUTE ON FUNCTION credential.award_due(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.award_due(integer) TO tessera_service;
