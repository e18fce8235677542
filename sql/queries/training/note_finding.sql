-- Notes what the evaluation of a pilot found; the finding's number.
-- $1 the pilot's code; $2 the definition, as training.note_finding describes it.
SELECT training.note_finding(training.own_pilot($1::text), $2::jsonb);
