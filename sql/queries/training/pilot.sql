-- A pilot as training.define_pilot takes it.
-- $1 its code.
SELECT training.pilot_document(pilot.pilot_key)::json FROM training.pilot WHERE pilot.code = $1::text;
