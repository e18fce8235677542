-- Uses challenges up; tells how many of them were good. Of two who use one at once, the second finds it used.
-- $1 hashes of the challenges, each once.
WITH used AS (
    DELETE FROM wallet.nonce WHERE nonce_hash = ANY ($1::bytea[]) AND expires_at > now() RETURNING nonce_hash
)
SELECT count(*)::integer FROM used;
