-- Notes the last use of keys, to the minute, so that a busy key costs one write a minute.
-- $1 key ids.
UPDATE ops.api_key
SET last_used_at = greatest(date_trunc('minute', now()), created_at)
WHERE key_id = ANY ($1::uuid[])
    AND (last_used_at IS NULL OR last_used_at < date_trunc('minute', now()));
