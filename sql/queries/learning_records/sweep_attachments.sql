-- Removes content that no statement came for: of requests that were refused, and of servers that ended amid one.
-- What another transaction is linking or sweeping at this moment is left alone.
-- $1 how many seconds content may wait for its statement; $2 how many to remove at most.
DELETE FROM lrs.attachment
WHERE attachment_key IN (
    SELECT a.attachment_key
    FROM lrs.attachment AS a
    WHERE a.staged_at < clock_timestamp() - make_interval(secs => $1::double precision)
        AND NOT EXISTS (SELECT FROM lrs.statement_attachment AS l WHERE l.attachment_key = a.attachment_key)
        AND NOT EXISTS (SELECT FROM lrs.quarantined_attachment AS q WHERE q.attachment_key = a.attachment_key)
    ORDER BY a.staged_at
    LIMIT $2::int
    FOR UPDATE SKIP LOCKED
);
