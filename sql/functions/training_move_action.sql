CREATE OR REPLACE FUNCTION training.move_action(action training.feedback_action, move jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.feedback_action := action;
    actor text := NULLIF(current_setting('tessera.actor', true), '');
    note text;
    reason text;
    response text;
BEGIN
    PERFORM training.definition_object(move, '', ARRAY[
        'state', 'response', 'reason', 'evidence', 'owner', 'dueOn', 'role', 'note'
    ]);
    wanted.state := training.definition_text(move, '', 'state', true);
    IF wanted.state NOT IN ('proposed', 'accepted', 'in_progress', 'done', 'verified', 'rejected', 'superseded') THEN
        PERFORM training.refuse_definition(
            '/state', 'must be proposed, accepted, in_progress, done, verified, rejected or superseded'
        );
    ELSIF wanted.state <> ALL (training.action_moves(action.state)) THEN
        PERFORM training.refuse_step(CASE training.action_moves(action.state)
            WHEN '{}' THEN format('The action is %s, and goes no further; take it up again to go on.', action.state)
            ELSE format(
                'The action is %s, and can become %s.', replace(action.state, '_', ' '),
                array_to_string(array_remove(training.action_moves(action.state), action.state), ', ')
            )
        END);
    END IF;
    note := training.definition_text(move, '', 'note', false);
    IF note IS NULL AND (
        wanted.state IN (action.state, 'superseded') OR (action.state, wanted.state) = ('done', 'in_progress')
    ) THEN
        PERFORM training.refuse_definition('/note', 'is required: it tells why');
    END IF;

    reason := training.definition_text(move, '', 'reason', false);
    response := training.definition_text(move, '', 'response', false);
    IF (response IS NOT NULL OR reason IS NOT NULL) AND wanted.state NOT IN ('accepted', 'rejected') THEN
        PERFORM training.refuse_definition(
            CASE WHEN response IS NULL THEN '/reason' ELSE '/response' END,
            'is only for the states accepted and rejected'
        );
    ELSIF wanted.state = 'accepted' AND action.state = 'proposed' THEN
        wanted.response := COALESCE(response, 'accepted');
        wanted.response_reason := reason;
        IF wanted.response NOT IN ('accepted', 'partly') THEN
            PERFORM training.refuse_definition('/response', 'must be accepted or partly');
        ELSIF wanted.response = 'partly' AND reason IS NULL THEN
            PERFORM training.refuse_definition('/reason', 'is required: it tells what is not accepted');
        END IF;
    ELSIF wanted.state = 'rejected' THEN
        wanted.response := 'rejected';
        wanted.response_reason := reason;
        IF COALESCE(response, 'rejected') <> 'rejected' THEN
            PERFORM training.refuse_definition('/response', 'must be rejected');
        ELSIF reason IS NULL THEN
            PERFORM training.refuse_definition('/reason', 'is required');
        END IF;
    END IF;

    IF NULLIF(move -> 'owner', 'null') IS NOT NULL THEN
        PERFORM training.definition_object(move -> 'owner', '/owner', ARRAY['organisation', 'role']);
        wanted.owner_organisation := training.definition_text(move -> 'owner', '/owner', 'organisation', true);
        wanted.owner_role := training.definition_text(move -> 'owner', '/owner', 'role', true);
    END IF;
    wanted.due_on := COALESCE(training.definition_date(move, '', 'dueOn', false), action.due_on);
    wanted.evidence := COALESCE(training.definition_text(move, '', 'evidence', false), action.evidence);
    IF wanted.evidence !~ '^https?://[^\s<>"{}|\\^`]+$' THEN
        PERFORM training.refuse_definition('/evidence', 'must be a web address');
    END IF;

    IF wanted.state IN ('done', 'verified') AND actor IS NULL THEN
        PERFORM training.refuse_step('Who takes this step must be known.');
    ELSIF wanted.state = 'done' THEN
        IF wanted.evidence IS NULL THEN
            PERFORM training.refuse_definition('/evidence', 'is required: whoever verifies it looks at it');
        ELSIF action.kind = 'framework' AND action.proposal_key IS NULL THEN
            PERFORM training.refuse_step('An action of kind framework is done by a proposal to change it; open that.');
        END IF;
        wanted.done_by := actor;
    ELSIF wanted.state = 'verified' THEN
        IF actor = action.done_by THEN
            PERFORM training.refuse_step(
                'Whoever reported the action done does not verify it: a second person does, with another key.'
            );
        ELSIF wanted.evidence IS DISTINCT FROM action.evidence THEN
            PERFORM training.refuse_definition('/evidence', 'is told by who reports the action done');
        END IF;
        wanted.verified_by := actor;
    END IF;

    UPDATE training.feedback_action AS known SET
        state = wanted.state, response = wanted.response, response_reason = wanted.response_reason,
        owner_organisation = wanted.owner_organisation, owner_role = wanted.owner_role, due_on = wanted.due_on,
        evidence = wanted.evidence, done_by = wanted.done_by, verified_by = wanted.verified_by
    WHERE known.action_key = action.action_key;
    PERFORM training.note_step(wanted, action.state, training.definition_text(move, '', 'role', false), note);
END
$$;

COMMENT ON FUNCTION training.move_action(training.feedback_action, jsonb) IS
$$Moves an action into another state, and notes it in the history. Field by field (? optional):

{
  "state": "accepted" | "rejected" | "in_progress" | "done" | "verified" | "superseded",
                                                   or the same as it is, to tell something else
  "response": "accepted" | "partly" | "rejected" ?, "reason": "..." ?,     with the states accepted and rejected; a
                                                   reason is required for partly and for rejected
  "evidence": "https://..." ?,                     what shows that it is done; required for that
  "owner": {"organisation": "...", "role": "..."} ?, "dueOn": "2026-09-01" ?,        if they change
  "role": "..." ?, "note": "..." ?                 of who takes the step; a note is required where it is superseded,
                                                   sent back, or stays in its state
}

Whoever verifies an action is not who reported it done: by the API key that set_config('tessera.actor', name, true)
told. A document that breaks a rule raises 22023, as training.note_finding's do; 55006 if the action is not so far.$$;

REVOKE EXECUTE ON FUNCTION training.move_action(training.feedback_action, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.move_action(training.feedback_action, jsonb) TO tessera_service;
