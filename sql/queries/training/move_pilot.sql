-- Moves a pilot into another state; what it lacks for that, as a JSON array, empty when it moved.
-- $1 the pilot's code; $2 the move, as training.move_pilot describes it.
SELECT training.move_pilot(training.own_pilot($1::text), $2::jsonb)::json;
