-- Says something about a proposal; gives the comment's number.
-- $1 code; $2 version; $3 number; $4 the partner that says it, null for the scheme; $5 the comment, as
-- framework.comment_proposal describes it.
SELECT framework.comment_proposal($1::text, $2::text, $3::bigint, $4::text, $5::jsonb);
