-- Who is let in by an access token, and for what; no row when it is not good. The use of the grant is noted to the hour.
-- $1 hash of the token.
WITH good AS MATERIALIZED (
    SELECT g.grant_key, g.client_key, g.agent_key, g.partner_key, t.scopes, g.last_used_at
    FROM wallet.host_token AS t
    JOIN wallet.host_grant AS g ON g.grant_key = t.grant_key
    WHERE t.token_hash = $1::bytea AND t.kind = 'access' AND t.expires_at > now() AND g.revoked_at IS NULL
),
noted AS (
    UPDATE wallet.host_grant AS g
    SET last_used_at = date_trunc('hour', now())
    FROM good
    WHERE g.grant_key = good.grant_key AND g.last_used_at IS DISTINCT FROM date_trunc('hour', now())
)
SELECT good.client_key, good.agent_key, partner.code AS partner, good.scopes
FROM good
LEFT JOIN training.partner AS partner ON partner.partner_key = good.partner_key;
