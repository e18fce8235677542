-- Keeps the hash of a challenge, and forgets some that have expired.
-- $1 hash of the challenge; $2 seconds that it can be answered.
WITH swept AS (
    DELETE FROM wallet.nonce AS old
    WHERE old.nonce_hash IN (
        SELECT n.nonce_hash FROM wallet.nonce AS n WHERE n.expires_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED
    )
)
INSERT INTO wallet.nonce (nonce_hash, expires_at) VALUES ($1::bytea, now() + make_interval(secs => $2::integer));
