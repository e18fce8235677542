CREATE OR REPLACE FUNCTION training.reopen_action(action training.feedback_action, definition jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.feedback_action;
    reason text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['reason', 'dueOn', 'role']);
    reason := training.definition_text(definition, '', 'reason', true);
    wanted.due_on := training.definition_date(definition, '', 'dueOn', true);
    IF action.state NOT IN ('verified', 'rejected', 'superseded') THEN
        PERFORM training.refuse_step(format('The action is %s, and so still open.', replace(action.state, '_', ' ')));
    ELSIF EXISTS (SELECT FROM training.feedback_action AS known WHERE known.reopened_from = action.action_key) THEN
        PERFORM training.refuse_step('The action is reopened already; go on with the one that took it up.');
    ELSIF EXISTS (
        SELECT FROM training.finding
        WHERE finding.finding_key = action.finding_key AND finding.rejection_reason IS NOT NULL
    ) THEN
        PERFORM training.refuse_step('The finding is rejected: nothing is done about it.');
    END IF;
    INSERT INTO training.feedback_action AS known (
        pilot_key, finding_key, kind, text, owner_organisation, owner_role, due_on, reopened_from
    )
    VALUES (
        action.pilot_key, action.finding_key, action.kind, action.text, action.owner_organisation, action.owner_role,
        wanted.due_on, action.action_key
    )
    RETURNING known.* INTO wanted;
    PERFORM training.note_step(wanted, NULL, training.definition_text(definition, '', 'role', false), reason);
    RETURN wanted.action_key;
END
$$;

COMMENT ON FUNCTION training.reopen_action(training.feedback_action, jsonb) IS
$$Takes an action that is over up again, as a new one that names it as its predecessor, and returns that one's key:
{"reason": "...", "dueOn": "2027-03-01", "role": "..." ?}. Raises 55006 where the action is still open, or was taken up
before.$$;

REVOKE EXECUTE ON FUNCTION training.reopen_action(training.feedback_action, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.reopen_action(training.feedback_action, jsonb) TO tessera_service;
