CREATE OR REPLACE FUNCTION wallet.refresh_tokens(
    token bytea, client bigint, wanted text[], access_token bytea, access_seconds integer, refresh_token bytea,
    refresh_seconds integer
) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known wallet.host_token;
    granted wallet.host_grant;
BEGIN
    SELECT t.* INTO known FROM wallet.host_token AS t WHERE t.token_hash = token AND t.kind = 'refresh' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT g.* INTO granted FROM wallet.host_grant AS g WHERE g.grant_key = known.grant_key FOR UPDATE;
    IF granted.client_key <> client THEN
        RETURN NULL;
    ELSIF known.used_at IS NOT NULL THEN
        -- Somebody else has the token (RFC 9700 §4.14.2).
        UPDATE wallet.host_grant SET revoked_at = now() WHERE grant_key = known.grant_key AND revoked_at IS NULL;
        RETURN NULL;
    ELSIF known.expires_at <= now() OR granted.revoked_at IS NOT NULL OR NOT coalesce(wanted, '{}') <@ granted.scopes
    THEN
        RETURN NULL;
    END IF;
    UPDATE wallet.host_token SET used_at = now() WHERE token_hash = token;
    DELETE FROM wallet.host_token AS old WHERE old.grant_key = granted.grant_key AND old.expires_at <= now();
    INSERT INTO wallet.host_token (token_hash, grant_key, kind, scopes, expires_at)
    VALUES
        (
            access_token, granted.grant_key, 'access', coalesce(wanted, granted.scopes),
            now() + make_interval(secs => access_seconds)
        ),
        (refresh_token, granted.grant_key, 'refresh', granted.scopes, now() + make_interval(secs => refresh_seconds));
    RETURN coalesce(wanted, granted.scopes);
END
$$;

COMMENT ON FUNCTION wallet.refresh_tokens(bytea, bigint, text[], bytea, integer, bytea, integer) IS
    'Gives a host a new access token and a new refresh token, each for some seconds, for a refresh token, once, and tells '
    'what the access token is for: what was asked for, or all that was granted. Takes hashes of tokens. Null where the '
    'token is unknown, expired or another host''s, or where more is asked for; a second use ends the grant.';

REVOKE EXECUTE ON FUNCTION wallet.refresh_tokens(bytea, bigint, text[], bytea, integer, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wallet.refresh_tokens(bytea, bigint, text[], bytea, integer, bytea, integer)
    TO tessera_service;
