CREATE OR REPLACE FUNCTION training.propose_action(finding training.finding, definition jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.feedback_action;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['kind', 'text', 'owner', 'dueOn', 'role', 'note']);
    wanted.kind := training.definition_text(definition, '', 'kind', true);
    IF wanted.kind NOT IN ('curriculum', 'instrument', 'framework', 'delivery', 'organisation', 'data') THEN
        PERFORM training.refuse_definition(
            '/kind', 'must be curriculum, instrument, framework, delivery, organisation or data'
        );
    END IF;
    wanted.text := training.definition_text(definition, '', 'text', true);
    PERFORM training.definition_object(definition -> 'owner', '/owner', ARRAY['organisation', 'role']);
    wanted.owner_organisation := training.definition_text(definition -> 'owner', '/owner', 'organisation', true);
    wanted.owner_role := training.definition_text(definition -> 'owner', '/owner', 'role', true);
    wanted.due_on := training.definition_date(definition, '', 'dueOn', true);
    IF finding.rejection_reason IS NOT NULL THEN
        PERFORM training.refuse_step('The finding is rejected: nothing is done about it.');
    END IF;
    INSERT INTO training.feedback_action AS action (
        pilot_key, finding_key, kind, text, owner_organisation, owner_role, due_on
    )
    VALUES (
        finding.pilot_key, finding.finding_key, wanted.kind, wanted.text, wanted.owner_organisation,
        wanted.owner_role, wanted.due_on
    )
    RETURNING action.* INTO wanted;
    PERFORM training.note_step(
        wanted, NULL, training.definition_text(definition, '', 'role', false),
        training.definition_text(definition, '', 'note', false)
    );
    RETURN wanted.action_key;
END
$$;

COMMENT ON FUNCTION training.propose_action(training.finding, jsonb) IS
$$Proposes what is to be done about a finding, and returns the action's key. Field by field (? optional):

{
  "kind": "curriculum" | "instrument" | "framework" | "delivery" | "organisation" | "data",        what it changes
  "text": "...",
  "owner": {"organisation": "City of Riga", "role": "Training coordinator"},         by role: no person is named
  "dueOn": "2026-09-01",
  "role": "..." ?, "note": "..." ?                 of who proposes it, for the history
}

A document that breaks a rule changes nothing and raises SQLSTATE 22023, as training.note_finding's do. Raises 55006
where the finding is rejected.$$;

REVOKE EXECUTE ON FUNCTION training.propose_action(training.finding, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.propose_action(training.finding, jsonb) TO tessera_service;
