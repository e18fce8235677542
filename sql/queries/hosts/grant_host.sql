-- Lets a host in for a holder, and keeps the code by which it gets its tokens.
-- $1 key of the host; $2 key of the holder; $3 code of the partner that the holder's link is limited to, or null; $4 what
-- the host may do; $5 hash of the code; $6 where the code is sent; $7 PKCE's challenge; $8 seconds that the code is good.
WITH granted AS (
    INSERT INTO wallet.host_grant (client_key, agent_key, partner_key, scopes)
    SELECT
        $1::bigint, $2::bigint, (SELECT partner_key FROM training.partner WHERE code = $3::text), $4::text[]
    WHERE $3::text IS NULL OR EXISTS (SELECT FROM training.partner WHERE code = $3::text)
    RETURNING grant_key, grant_id
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT 'holder', 'host.grant', granted.grant_id::text, jsonb_build_object('scopes', $4::text[])
    FROM granted
)
INSERT INTO wallet.authorization_code (code_hash, grant_key, redirect_uri, challenge, expires_at)
SELECT $5::bytea, granted.grant_key, $6::text, $7::text, now() + make_interval(secs => $8::integer)
FROM granted;
