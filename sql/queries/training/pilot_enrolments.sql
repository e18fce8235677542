-- Who is enrolled in a pilot, as training.define_pilot takes it.
-- $1 the pilot's code.
SELECT json_build_object('enrolments', training.pilot_enrolments(pilot.pilot_key))
FROM training.pilot WHERE pilot.code = $1::text;
