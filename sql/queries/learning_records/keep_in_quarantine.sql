-- Keeps a refused request, unless the key has no room left; one that is kept already is kept once. Gives its id, or no
-- row where there is no room.
-- $1 key; $2 its authority; $3 xAPI version; $4 id in the URL of a PUT, or null; $5 whether the body was an array; $6 bytes
-- of its statements and attachments; $7 SHA-256 of what it is; $8 all faults; $9 and $10 most requests and bytes of a key; $11 and $12 its
-- statements and their faults, in order; $13 who, for the audit log; $14 and $15 keys and digests of its attachments.
WITH room AS MATERIALIZED (
    SELECT count(*) AS requests, coalesce(sum(byte_count), 0) AS bytes
    FROM lrs.quarantine
    WHERE key_id = $1::uuid
),
kept AS (
    INSERT INTO lrs.quarantine (
        key_id, authority, xapi_version, target_id, is_batch, byte_count, digest, violations
    )
    SELECT $1::uuid, $2::json, $3::text, $4::uuid, $5::bool, $6::bigint, $7::bytea, $8::json
    FROM room
    WHERE room.requests < $9::bigint AND room.bytes + $6::bigint <= $10::bigint
    ON CONFLICT (key_id, digest) DO NOTHING
    RETURNING quarantine_id
),
statements AS (
    INSERT INTO lrs.quarantined_statement (quarantine_id, position, received, violations)
    SELECT kept.quarantine_id, t.position - 1, t.received, t.violations
    FROM kept
    CROSS JOIN unnest($11::bytea[], $12::json[]) WITH ORDINALITY AS t (received, violations, position)
),
attachments AS (
    INSERT INTO lrs.quarantined_attachment (quarantine_id, attachment_key, sha2)
    SELECT kept.quarantine_id, a.attachment_key, a.sha2
    FROM kept
    CROSS JOIN unnest($14::bigint[], $15::text[]) AS a (attachment_key, sha2)
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT $13::text, 'quarantine.keep', kept.quarantine_id::text, jsonb_build_object('bytes', $6::bigint)
    FROM kept
)
SELECT quarantine_id FROM kept
UNION ALL
SELECT quarantine_id FROM lrs.quarantine WHERE key_id = $1::uuid AND digest = $7::bytea
LIMIT 1;
