-- Refused requests in quarantine, the oldest first.
-- $1 only of this key, or null; $2 only this one, or null; $3 and $4 only those after this time and id, or null; $5 how many.
SELECT
    q.quarantine_id, q.key_id, k.name, q.authority, q.received_at, q.xapi_version, q.target_id, q.is_batch, q.byte_count,
    (SELECT count(*) FROM lrs.quarantined_statement AS s WHERE s.quarantine_id = q.quarantine_id) AS statements,
    q.violations, k.scopes && '{all,define}' AS defines_activities
FROM lrs.quarantine AS q
JOIN ops.api_key AS k ON k.key_id = q.key_id
WHERE ($1::uuid IS NULL OR q.key_id = $1::uuid)
    AND ($2::uuid IS NULL OR q.quarantine_id = $2::uuid)
    AND ($3::timestamptz IS NULL OR (q.received_at, q.quarantine_id) > ($3::timestamptz, $4::uuid))
ORDER BY q.received_at, q.quarantine_id
LIMIT $5::bigint;
