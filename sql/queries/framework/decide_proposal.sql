-- Decides a proposal, and makes its edits if it is accepted.
-- $1 code; $2 version; $3 number; $4 the partner that decides it, null for the scheme; $5 the decision, as
-- framework.decide_proposal describes it.
SELECT framework.decide_proposal($1::text, $2::text, $3::bigint, $4::text, $5::jsonb);
