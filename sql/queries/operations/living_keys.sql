-- Every key that is not revoked, by name.
SELECT
    k.key_id, k.name, k.secret_hash, k.scopes, k.partner_key, p.code AS partner_code, k.xapi_version, k.quarantine,
    k.created_at, k.expires_at, k.last_used_at
FROM ops.api_key AS k
LEFT JOIN training.partner AS p ON p.partner_key = k.partner_key
WHERE k.revoked_at IS NULL
ORDER BY k.name;
