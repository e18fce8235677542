-- Who was asked to answer what in a pilot, as training.define_pilot_invitations takes it.
-- $1 the pilot's code.
SELECT json_build_object('invitations', training.pilot_invitations(pilot.pilot_key))
FROM training.pilot WHERE pilot.code = $1::text;
