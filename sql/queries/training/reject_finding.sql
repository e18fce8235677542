-- Tells why nothing is done about a finding.
-- $1 the pilot's code; $2 the finding's number; $3 the reason, as training.reject_finding describes it.
SELECT training.reject_finding(training.own_finding($1::text, $2::bigint), $3::jsonb);
