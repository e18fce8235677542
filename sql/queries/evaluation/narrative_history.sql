-- What was written in a section of a report, as one JSON document, the last first.
-- $1 the pilot's code, null for a synthesis of the caller's own; $2 the report's number; $3 the section's.
SELECT json_build_object('narratives', (
    SELECT COALESCE(
        json_agg(
            json_build_object(
                'language', narrative.language, 'text', narrative.text, 'author', narrative.author,
                'writtenAt', narrative.written_at, 'writtenBy', narrative.written_by
            )
            ORDER BY narrative.narrative_key DESC
        ),
        '[]'
    )
    FROM training.report_narrative AS narrative
    WHERE narrative.report_key = report.report_key AND narrative.section = $3::bigint
))
FROM training.report
LEFT JOIN training.pilot USING (pilot_key)
LEFT JOIN training.partner USING (partner_key)
WHERE report.number = $2::bigint AND pilot.code IS NOT DISTINCT FROM $1::text
    AND (report.pilot_key IS NOT NULL OR partner.code IS NOT DISTINCT FROM training.asking_partner());
