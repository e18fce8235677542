CREATE OR REPLACE FUNCTION training.move_pilot(of_pilot bigint, move jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted_state text;
    reason text;
    reference text;
    report_day date;
    unmet jsonb;
    before text;
BEGIN
    PERFORM training.definition_object(move, '', ARRAY['state', 'reason', 'report']);
    wanted_state := training.definition_text(move, '', 'state', true);
    IF wanted_state NOT IN ('planned', 'running', 'closed', 'reported') THEN
        PERFORM training.refuse_definition('/state', 'must be planned, running, closed or reported');
    END IF;
    reason := training.definition_text(move, '', 'reason', false);
    IF NULLIF(move -> 'report', 'null') IS NOT NULL THEN
        IF wanted_state <> 'reported' THEN
            PERFORM training.refuse_definition('/report', 'is only for the state reported');
        END IF;
        PERFORM training.definition_object(move -> 'report', '/report', ARRAY['reference', 'on']);
        reference := training.definition_text(move -> 'report', '/report', 'reference', false);
        report_day := training.definition_date(move -> 'report', '/report', 'on', false);
    END IF;

    PERFORM training.lock_pilots();
    SELECT pilot.state INTO before FROM training.pilot WHERE pilot.pilot_key = of_pilot;
    SELECT jsonb_agg(jsonb_build_object('demand', lacking.demand, 'detail', lacking.detail)) INTO unmet
    FROM training.pilot_demands(of_pilot, wanted_state, reason, reference, report_day) AS lacking;
    IF unmet IS NOT NULL THEN
        RETURN unmet;
    END IF;
    UPDATE training.pilot SET
        state = wanted_state,
        closing_reason = CASE wanted_state WHEN 'closed' THEN COALESCE(reason, closing_reason) ELSE closing_reason END,
        report_reference = COALESCE(reference, report_reference),
        reported_on = COALESCE(report_day, reported_on),
        changed_at = now()
    WHERE pilot_key = of_pilot;
    INSERT INTO training.pilot_transition (pilot_key, from_state, to_state, moved_by, by_definition, reason)
    VALUES (of_pilot, before, wanted_state, NULLIF(current_setting('tessera.actor', true), ''), false, reason);
    RETURN '[]';
END
$$;

COMMENT ON FUNCTION training.move_pilot(bigint, jsonb) IS
$$Moves a pilot into another state, if all that training.pilot_demands demands is met, and notes it in the history.
Returns what is lacking as an array of {"demand": "...", "detail": "..."}; empty when it moved.

{"state": "running" | "closed" | "reported", "reason": "..." ?, "report": {"reference": "https://...", "on": "..."} ?}

The move is noted as that of the API key that set_config('tessera.actor', name, true) told.$$;

REVOKE EXECUTE ON FUNCTION training.move_pilot(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.move_pilot(bigint, jsonb) TO tessera_service;
