CREATE OR REPLACE FUNCTION training.finding_document(of_finding bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'pilot', pilot.code,
        'number', known.number,
        'text', known.text,
        'criterion', known.criterion,
        'kirkpatrickLevel', known.kirkpatrick_level,
        'strength', known.strength,
        'source', known.source,
        'metric', CASE WHEN known.metric_view IS NOT NULL THEN jsonb_build_object(
            'view', known.metric_view, 'key', known.metric_key, 'column', known.metric_column,
            'value', seen.value, 'n', seen.n, 'suppressed', seen.suppressed, 'asOf', known.measured_at
        ) END,
        'notedAt', known.noted_at,
        'notedBy', known.noted_by,
        'rejection', CASE WHEN known.rejected_at IS NOT NULL THEN jsonb_build_object(
            'reason', known.rejection_reason, 'at', known.rejected_at, 'by', known.rejected_by
        ) END,
        'lacksAction', seen.lacks_action,
        'actions', (
            SELECT COALESCE(
                jsonb_agg(
                    jsonb_build_object(
                        'id', about.action, 'kind', about.kind, 'text', about.text, 'state', about.state,
                        'dueOn', about.due_on, 'overdue', about.overdue
                    )
                    ORDER BY about.action
                ),
                '[]'
            )
            FROM evaluation.feedback_actions AS about
            WHERE about.pilot = pilot.code AND about.finding = known.number
        )
    ))
    FROM training.finding AS known
    JOIN training.pilot USING (pilot_key)
    JOIN evaluation.findings AS seen ON seen.pilot = pilot.code AND seen.finding = known.number
    WHERE known.finding_key = of_finding
$$;

COMMENT ON FUNCTION training.finding_document(bigint) IS
    'A finding with its metric, as evaluation.findings shows it, and the actions about it.';

REVOKE EXECUTE ON FUNCTION training.finding_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.finding_document(bigint) TO tessera_service;
