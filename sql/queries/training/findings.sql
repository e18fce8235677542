-- What the evaluation of a pilot found, as one JSON document.
-- $1 the pilot's code; $2 true for the musts that nobody has answered only.
SELECT json_build_object('findings', (
    SELECT COALESCE(json_agg(training.finding_document(finding.finding_key) ORDER BY finding.number), '[]')
    FROM training.finding
    WHERE finding.pilot_key = pilot.pilot_key AND (
        NOT $2::boolean OR finding.number IN (
            SELECT lacking.finding FROM evaluation.findings AS lacking
            WHERE lacking.pilot = pilot.code AND lacking.lacks_action
        )
    )
))
FROM training.pilot
WHERE pilot.code = $1::text;
