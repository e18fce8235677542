-- Whether a claim link still opens sessions; no row when there is no such link.
-- $1 hash of its secret.
SELECT link.revoked_at IS NULL AND link.expires_at > now() AS is_good
FROM credential.claim_link AS link
WHERE link.secret_hash = $1::bytea;
