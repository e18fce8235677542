-- Puts a partner behind a proposal, or takes it back.
-- $1 code; $2 version; $3 number; $4 the partner; $5 whether it stands behind it.
SELECT framework.endorse_proposal($1::text, $2::text, $3::bigint, $4::text, $5::boolean);
