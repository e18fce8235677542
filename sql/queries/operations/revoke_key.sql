-- Withdraws the living key of a name and records it.
-- $1 name; $2 who.
WITH ended AS (
    UPDATE ops.api_key SET revoked_at = now()
    WHERE name = $1::text AND revoked_at IS NULL
    RETURNING key_id, name
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT $2::text, 'key.revoke', ended.key_id::text, jsonb_build_object('name', ended.name)
    FROM ended
)
SELECT key_id FROM ended;
