-- A pilot's plan as training.define_pilot_plan takes it.
-- $1 the pilot's code.
SELECT training.pilot_plan(pilot.pilot_key)::json FROM training.pilot WHERE pilot.code = $1::text;
