-- Gives the living key of a name a new secret and records it.
-- $1 name; $2 SHA-256 of the new secret; $3 who.
WITH turned AS (
    UPDATE ops.api_key SET secret_hash = $2::bytea
    WHERE name = $1::text AND revoked_at IS NULL
    RETURNING key_id, name
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT $3::text, 'key.rotate', turned.key_id::text, jsonb_build_object('name', turned.name)
    FROM turned
)
SELECT key_id FROM turned;
