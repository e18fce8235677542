-- A finding with the actions about it.
-- $1 the pilot's code; $2 the finding's number.
SELECT training.finding_document(finding.finding_key)::json
FROM training.finding
JOIN training.pilot USING (pilot_key)
WHERE pilot.code = $1::text AND finding.number = $2::bigint;
