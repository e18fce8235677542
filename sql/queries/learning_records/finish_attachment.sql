-- Finds content that is known already by its digest, and keeps it from being removed meanwhile; else gives what was
-- just taken in its digest and length. Two that finish the same content at once meet at the unique index: the second
-- fails with 23505 and asks again.
-- $1 key of what was taken in; $2 its SHA-256; $3 its length. Answers with the key under which the content is kept.
WITH known AS (
    UPDATE lrs.attachment AS a
    SET staged_at = CASE WHEN a.staged_at IS NULL THEN NULL ELSE clock_timestamp() END
    WHERE a.sha256 = $2::bytea
    RETURNING a.attachment_key
),
finished AS (
    UPDATE lrs.attachment AS a
    SET sha256 = $2::bytea, length = $3::bigint, staged_at = clock_timestamp()
    WHERE a.attachment_key = $1::bigint
        AND NOT EXISTS (SELECT FROM known)
    RETURNING a.attachment_key
)
SELECT attachment_key FROM known
UNION ALL
SELECT attachment_key FROM finished;
