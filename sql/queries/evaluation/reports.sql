-- The reports of a pilot, or the syntheses that the caller may see, as one JSON document, the newest first.
-- $1 the pilot's code; null for syntheses.
SELECT json_build_object('reports', (
    SELECT COALESCE(
        json_agg(training.report_document(report.report_key) ORDER BY report.number DESC, report.report_key), '[]'
    )
    FROM training.report
    WHERE report.pilot_key IS NOT DISTINCT FROM pilot.pilot_key
))
FROM (VALUES ($1::text)) AS wanted (code)
LEFT JOIN training.pilot ON pilot.code = wanted.code
WHERE wanted.code IS NULL OR pilot.pilot_key IS NOT NULL;
