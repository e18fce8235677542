-- Ties content that was sent along to the statements that a transaction stores. A request that clashes has stored
-- none of its statements, and a statement that was there already has its content already: neither gains a row.
-- $1 ids of statements and $2 their fingerprints, for each attachment; $3 its place in the statement; $4 its content;
-- $5 usage type; $6 media type; $7 digest; $8 length as the statement tells them.
WITH linked AS (
    INSERT INTO lrs.statement_attachment (
        statement_key, attachment_key, declared_length, position, usage_type, content_type, sha2
    )
    SELECT s.statement_key, i.attachment_key, i.declared_length, i.position, i.usage_type, i.content_type, i.sha2
    FROM unnest(
        $1::uuid[], $2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::bigint[]
    ) AS i (
        statement_id, fingerprint, position, attachment_key, usage_type, content_type, sha2, declared_length
    )
    JOIN lrs.statement AS s ON s.statement_id = i.statement_id AND s.fingerprint = i.fingerprint
    ON CONFLICT DO NOTHING
    RETURNING attachment_key
),
-- In the order of keys, so that two transactions with the same content wait for each other and never in a circle.
settled AS (
    SELECT a.attachment_key
    FROM lrs.attachment AS a
    WHERE a.attachment_key IN (SELECT attachment_key FROM linked)
        AND a.staged_at IS NOT NULL
    ORDER BY a.attachment_key
    FOR NO KEY UPDATE
)
UPDATE lrs.attachment AS a
SET staged_at = NULL
FROM settled
WHERE a.attachment_key = settled.attachment_key;
