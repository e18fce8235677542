-- Takes an action that is over up again; the number of the action that does.
-- $1 its number; $2 the reason, as training.reopen_action describes it.
SELECT training.reopen_action(training.own_action($1::bigint), $2::jsonb);
