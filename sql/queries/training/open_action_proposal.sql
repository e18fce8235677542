-- Has an action propose to change a draft of the framework.
-- $1 the action's number; $2 the proposal, as training.open_action_proposal describes it.
SELECT training.open_action_proposal(training.own_action($1::bigint), $2::jsonb);
