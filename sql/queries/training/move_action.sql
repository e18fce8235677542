-- Moves an action into another state.
-- $1 its number; $2 the move, as training.move_action describes it.
SELECT training.move_action(training.own_action($1::bigint), $2::jsonb);
