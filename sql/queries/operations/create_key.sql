-- Makes an API key and records it in the audit log; no row when a living key of the name exists.
-- $1 name; $2 SHA-256 of the secret; $3 scopes; $4 partner's code or null; $5 xAPI version; $6 expiry or null; $7 who;
-- $8 whether its refused statements go to quarantine.
WITH made AS (
    INSERT INTO ops.api_key (name, secret_hash, scopes, partner_key, xapi_version, expires_at, quarantine)
    SELECT
        $1::text, $2::bytea, $3::text[], (SELECT partner_key FROM training.partner WHERE code = $4::text),
        $5::text, $6::timestamptz, $8::bool
    ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
    RETURNING key_id, name, scopes
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT $7::text, 'key.create', made.key_id::text, jsonb_build_object('name', made.name, 'scopes', made.scopes)
    FROM made
)
SELECT key_id FROM made;
