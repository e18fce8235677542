-- Looks at the metric of an action's finding in a later run.
-- $1 the action's number; $2 the run, as training.check_effect describes it.
SELECT training.check_effect(training.own_action($1::bigint), $2::jsonb);
