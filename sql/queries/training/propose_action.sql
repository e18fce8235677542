-- Proposes what is to be done about a finding; the action's number.
-- $1 the pilot's code; $2 the finding's number; $3 the definition, as training.propose_action describes it.
SELECT training.propose_action(training.own_finding($1::text, $2::bigint), $3::jsonb);
