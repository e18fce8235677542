-- Opens a session for the holder whose claim link it is, if the link is good, and tells when the session ends. Sessions
-- that ended long ago go.
-- $1 hash of the link's secret; $2 hash of the session's; $3 how many seconds it lasts.
WITH opened AS (
    UPDATE credential.claim_link AS link
    SET last_used_at = now()
    WHERE link.secret_hash = $1::bytea AND link.revoked_at IS NULL AND link.expires_at > now()
    RETURNING link.claim_link_key
),
swept AS (
    DELETE FROM credential.holder_session AS old WHERE old.expires_at < now() - interval '1 day'
)
INSERT INTO credential.holder_session (secret_hash, claim_link_key, expires_at)
SELECT $2::bytea, opened.claim_link_key, now() + make_interval(secs => $3::integer)
FROM opened
RETURNING expires_at;
