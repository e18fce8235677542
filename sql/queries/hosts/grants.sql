-- The hosts that a holder let in and has not taken back, newest first, as one JSON document.
-- $1 key of the holder.
SELECT json_build_object(
    'hosts', coalesce(json_agg(
        json_build_object(
            'id', g.grant_id, 'name', c.name, 'homePage', c.home_page, 'scopes', g.scopes, 'grantedAt', g.granted_at,
            'lastUsedAt', g.last_used_at
        )
        ORDER BY g.grant_key DESC
    ), '[]')
)
FROM wallet.host_grant AS g
JOIN wallet.client AS c ON c.client_key = g.client_key
WHERE g.agent_key = $1::bigint AND g.revoked_at IS NULL
    AND EXISTS (SELECT FROM wallet.host_token AS t WHERE t.grant_key = g.grant_key AND t.expires_at > now());
