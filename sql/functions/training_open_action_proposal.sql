CREATE OR REPLACE FUNCTION training.open_action_proposal(action training.feedback_action, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.feedback_action := action;
    framework_code text;
    framework_version text;
    proposal_number integer;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY[
        'framework', 'title', 'reason', 'language', 'edits', 'carries'
    ]);
    PERFORM training.definition_object(definition -> 'framework', '/framework', ARRAY['code', 'version']);
    framework_code := training.definition_text(definition -> 'framework', '/framework', 'code', true);
    framework_version := training.definition_text(definition -> 'framework', '/framework', 'version', true);
    IF action.kind <> 'framework' THEN
        PERFORM training.refuse_step('Only actions of kind framework propose to change it.');
    ELSIF action.proposal_key IS NOT NULL THEN
        PERFORM training.refuse_step('The action has opened its proposal already.');
    ELSIF action.state NOT IN ('proposed', 'accepted', 'in_progress') THEN
        PERFORM training.refuse_step(format('The action is %s, and opens no proposal.', action.state));
    END IF;
    proposal_number := framework.make_proposal(
        framework_code, framework_version, training.asking_partner(), definition - 'framework'
    );
    UPDATE training.feedback_action AS known SET proposal_key = proposal.proposal_key
    FROM framework.proposal
    JOIN framework.document USING (document_key)
    WHERE known.action_key = action.action_key AND document.code = framework_code
        AND document.version = framework_version AND proposal.number = proposal_number;
    PERFORM training.note_step(
        wanted, action.state, NULL,
        format('Opened proposal %s to change %s %s.', proposal_number, framework_code, framework_version)
    );
END
$$;

COMMENT ON FUNCTION training.open_action_proposal(training.feedback_action, jsonb) IS
$$Has an action of kind framework propose to change a draft of the framework, in the name of the partner that asks:
{"framework": {"code": "IUS", "version": "0.2"}, ...} with title, reason, edits and so on as framework.make_proposal
describes them. Raises what that raises, and 55006 where the action is of another kind, over, or has its proposal.$$;

REVOKE EXECUTE ON FUNCTION training.open_action_proposal(training.feedback_action, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.open_action_proposal(training.feedback_action, jsonb) TO tessera_service;
