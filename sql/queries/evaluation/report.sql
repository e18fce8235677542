-- A report with its numbers as they were hashed, as one JSON document.
-- $1 the pilot's code, null for a synthesis of the caller's own; $2 the report's number.
SELECT json_build_object('report', training.report_document(report.report_key), 'numbers', report.numbers)
FROM training.report
LEFT JOIN training.pilot USING (pilot_key)
LEFT JOIN training.partner USING (partner_key)
WHERE report.number = $2::bigint AND pilot.code IS NOT DISTINCT FROM $1::text
    AND (report.pilot_key IS NOT NULL OR partner.code IS NOT DISTINCT FROM training.asking_partner());
