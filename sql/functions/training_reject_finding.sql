CREATE OR REPLACE FUNCTION training.reject_finding(finding training.finding, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    reason text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['reason']);
    reason := training.definition_text(definition, '', 'reason', true);
    IF finding.rejection_reason IS NOT NULL THEN
        PERFORM training.refuse_step('The finding is rejected already.');
    ELSIF EXISTS (
        SELECT FROM training.feedback_action AS action
        WHERE action.finding_key = finding.finding_key AND action.state NOT IN ('rejected', 'superseded')
    ) THEN
        PERFORM training.refuse_step('There are actions about the finding; reject or supersede them first.');
    END IF;
    UPDATE training.finding AS known SET
        rejection_reason = reason, rejected_at = now(), rejected_by = NULLIF(current_setting('tessera.actor', true), '')
    WHERE known.finding_key = finding.finding_key;
END
$$;

COMMENT ON FUNCTION training.reject_finding(training.finding, jsonb) IS
$$Tells why nothing is done about a finding: {"reason": "..."}. Raises 55006 where something is done about it.$$;

REVOKE EXECUTE ON FUNCTION training.reject_finding(training.finding, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.reject_finding(training.finding, jsonb) TO tessera_service;
