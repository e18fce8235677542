CREATE OR REPLACE FUNCTION credential.decide_award(
    of_award uuid, is_approved boolean, reason text, by_actor text
) RETURNS text
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known credential.award;
    outcome text := CASE WHEN is_approved THEN 'approved' ELSE 'refused' END;
BEGIN
    IF reason IS NOT NULL AND (btrim(reason, E' \t\r\n') = '' OR length(reason) > 2000) THEN
        PERFORM training.refuse_definition('/reason', 'must have 1 to 2000 characters');
    ELSIF reason IS NULL AND NOT is_approved THEN
        PERFORM training.refuse_definition('/reason', 'is required where an award is refused');
    END IF;
    SELECT award.* INTO known FROM credential.award WHERE award.award_id = of_award FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no award %, or not for this key', of_award USING ERRCODE = 'no_data_found';
    ELSIF known.decision = outcome THEN
        RETURN outcome;
    ELSIF known.withdrawn_at IS NOT NULL THEN
        RAISE EXCEPTION 'the award no longer stands: %', known.withdrawal_reason
            USING ERRCODE = 'object_not_in_prerequisite_state';
    ELSIF known.decision <> 'proposed' THEN
        RAISE EXCEPTION 'the award is not proposed: it is %',
            CASE known.decision WHEN 'unneeded' THEN 'one that needs no approval' ELSE known.decision END
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    UPDATE credential.award SET
        decision = outcome, decided_at = now(), decided_by = by_actor, decision_reason = reason,
        withdrawn_at = CASE WHEN NOT is_approved THEN now() END,
        withdrawal_reason = CASE WHEN NOT is_approved THEN 'Refused: ' || reason END
    WHERE award.award_key = known.award_key;
    IF NOT is_approved THEN
        UPDATE credential.award SET renewed_at = NULL WHERE award.award_key = known.renews;
    END IF;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (
        by_actor, CASE WHEN is_approved THEN 'award.approve' ELSE 'award.refuse' END, of_award::text,
        jsonb_strip_nulls(jsonb_build_object('reason', reason))
    );
    RETURN outcome;
END
$$;

COMMENT ON FUNCTION credential.decide_award(uuid, boolean, text, text) IS
    'Approves or refuses a proposed award, with the reason and by whom. What was decided so already stays as it is. '
    'Raises P0002 where there is no such award, 55000 where it is not proposed or no longer stands.';

REVOKE EXECUTE ON FUNCTION credential.decide_award(uuid, boolean, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.decide_award(uuid, boolean, text, text) TO tessera_service;
