-- Withdraws a proposal.
-- $1 code; $2 version; $3 number; $4 the partner that withdraws it, null for the scheme; $5 the reason, as
-- framework.withdraw_proposal describes it.
SELECT framework.withdraw_proposal($1::text, $2::text, $3::bigint, $4::text, $5::jsonb);
