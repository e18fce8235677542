-- Proposes a change of a draft; gives the proposal's number.
-- $1 code; $2 version; $3 the partner that proposes it, null for the scheme; $4 the proposal, as
-- framework.make_proposal describes it.
SELECT framework.make_proposal($1::text, $2::text, $3::text, $4::jsonb);
