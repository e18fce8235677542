-- Revokes a claim link of the caller's, and the sessions that it opened.
-- $1 its id; $2 who revokes.
SELECT credential.revoke_claim_link($1::uuid, $2::text);
