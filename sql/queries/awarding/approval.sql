-- Whether a person approves a pilot's awards, and since when; no row where there is no such pilot, or not for the caller.
-- $1 the pilot's code.
SELECT json_strip_nulls(json_build_object(
    'required', COALESCE(approval.required, false), 'changedAt', approval.changed_at, 'changedBy', approval.changed_by
))
FROM training.pilot
LEFT JOIN credential.approval ON approval.pilot_key = pilot.pilot_key
WHERE pilot.code = $1::text;
