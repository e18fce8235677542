CREATE OR REPLACE FUNCTION training.note_step(
    action training.feedback_action, from_state text, step_role text, step_note text
) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO training.feedback_action_step (action_key, pilot_key, from_state, to_state, taken_by, role, note)
    VALUES (
        (action).action_key, (action).pilot_key, from_state, (action).state,
        NULLIF(current_setting('tessera.actor', true), ''), step_role, step_note
    )
$$;

COMMENT ON FUNCTION training.note_step(training.feedback_action, text, text, text) IS
    'Adds to the history of an action, which is in its new state already.';

REVOKE EXECUTE ON FUNCTION training.note_step(training.feedback_action, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.note_step(training.feedback_action, text, text, text) TO tessera_service;
