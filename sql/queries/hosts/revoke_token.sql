-- Takes back a token of a host: an access token alone, with a refresh token all that it is of (RFC 7009 §2.1).
-- $1 hash of the token; $2 key of the host.
WITH token AS MATERIALIZED (
    SELECT t.token_hash, t.grant_key, t.kind
    FROM wallet.host_token AS t
    JOIN wallet.host_grant AS g ON g.grant_key = t.grant_key
    WHERE t.token_hash = $1::bytea AND g.client_key = $2::bigint
),
ended AS (
    UPDATE wallet.host_grant AS g
    SET revoked_at = now()
    FROM token
    WHERE g.grant_key = token.grant_key AND token.kind = 'refresh' AND g.revoked_at IS NULL
)
DELETE FROM wallet.host_token AS t
USING token
WHERE t.token_hash = token.token_hash AND token.kind = 'access';
