-- A pilot's state, what it lacks for the next, and how it came to be.
-- $1 the pilot's code.
SELECT training.pilot_states(pilot.pilot_key)::json FROM training.pilot WHERE pilot.code = $1::text;
