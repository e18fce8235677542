CREATE OR REPLACE FUNCTION training.action_document(of_action bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', known.action_key,
        'pilot', seen.pilot,
        'finding', jsonb_build_object('number', seen.finding, 'text', finding.text, 'strength', seen.strength),
        'kind', known.kind,
        'text', known.text,
        'owner', jsonb_build_object('organisation', known.owner_organisation, 'role', known.owner_role),
        'dueOn', known.due_on,
        'overdue', seen.overdue,
        'state', known.state,
        'next', to_jsonb(training.action_moves(known.state)),
        'response', known.response,
        'reason', known.response_reason,
        'evidence', known.evidence,
        'proposedAt', seen.proposed_at,
        'doneAt', seen.done_at,
        'verifiedAt', seen.verified_at,
        'changedAt', seen.changed_at,
        'reopenedFrom', known.reopened_from,
        'reopenedAs', (
            SELECT later.action_key FROM training.feedback_action AS later WHERE later.reopened_from = known.action_key
        ),
        'proposal', CASE WHEN proposal.number IS NOT NULL THEN jsonb_build_object(
            'framework', jsonb_build_object('code', document.code, 'version', document.version),
            'number', proposal.number, 'title', proposal.title, 'status', proposal.status
        ) END,
        'metric', CASE WHEN finding.metric_view IS NOT NULL THEN jsonb_build_object(
            'view', finding.metric_view, 'key', finding.metric_key, 'column', finding.metric_column
        ) END,
        'effect', CASE WHEN seen.effect_pilot IS NOT NULL THEN jsonb_build_object(
            'pilot', seen.effect_pilot,
            'before', jsonb_build_object(
                'value', seen.value_before, 'n', seen.n_before, 'suppressed', seen.suppressed_before,
                'asOf', finding.measured_at
            ),
            'after', jsonb_build_object(
                'value', seen.value_after, 'n', seen.n_after, 'suppressed', seen.suppressed_after,
                'asOf', seen.effect_measured_at
            ),
            'change', seen.change
        ) END,
        'history', (
            SELECT jsonb_agg(
                jsonb_build_object(
                    'at', step.taken_at, 'from', step.from_state, 'to', step.to_state, 'by', step.taken_by,
                    'role', step.role, 'note', step.note
                )
                ORDER BY step.step_key
            )
            FROM training.feedback_action_step AS step
            WHERE step.action_key = known.action_key
        )
    ))
    FROM training.feedback_action AS known
    JOIN training.finding USING (finding_key)
    JOIN evaluation.feedback_actions AS seen ON seen.action = known.action_key
    LEFT JOIN framework.proposal ON proposal.proposal_key = known.proposal_key
    LEFT JOIN framework.document ON document.document_key = proposal.document_key
    WHERE known.action_key = of_action
$$;

COMMENT ON FUNCTION training.action_document(bigint) IS
    'An action with its history, the states that it can move to, and its effect, as evaluation.feedback_actions shows '
    'it.';

REVOKE EXECUTE ON FUNCTION training.action_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.action_document(bigint) TO tessera_service;
