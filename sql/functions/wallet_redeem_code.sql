CREATE OR REPLACE FUNCTION wallet.redeem_code(
    code bytea, client bigint, sent_to text, of_challenge text, access_token bytea, access_seconds integer,
    refresh_token bytea, refresh_seconds integer
) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known wallet.authorization_code;
    granted wallet.host_grant;
BEGIN
    -- Of two who have one code, the second waits here and finds it used.
    SELECT c.* INTO known FROM wallet.authorization_code AS c WHERE c.code_hash = code FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT g.* INTO granted FROM wallet.host_grant AS g WHERE g.grant_key = known.grant_key FOR UPDATE;
    IF known.used_at IS NOT NULL THEN
        -- Somebody else has the code; nobody can tell who of the two is the host (RFC 6749 §4.1.2).
        UPDATE wallet.host_grant SET revoked_at = now() WHERE grant_key = known.grant_key AND revoked_at IS NULL;
        RETURN NULL;
    ELSIF granted.client_key <> client THEN
        RETURN NULL;
    END IF;
    UPDATE wallet.authorization_code SET used_at = now() WHERE code_hash = code;
    IF known.expires_at <= now() OR granted.revoked_at IS NOT NULL OR known.redirect_uri IS DISTINCT FROM sent_to
        OR known.challenge IS DISTINCT FROM of_challenge
    THEN
        RETURN NULL;
    END IF;
    INSERT INTO wallet.host_token (token_hash, grant_key, kind, scopes, expires_at)
    VALUES
        (access_token, granted.grant_key, 'access', granted.scopes, now() + make_interval(secs => access_seconds)),
        (refresh_token, granted.grant_key, 'refresh', granted.scopes, now() + make_interval(secs => refresh_seconds));
    RETURN granted.scopes;
END
$$;

COMMENT ON FUNCTION wallet.redeem_code(bytea, bigint, text, text, bytea, integer, bytea, integer) IS
    'Gives a host an access token and a refresh token, each for some seconds, for an authorization code, once, and tells '
    'what the holder granted. Takes hashes of code and tokens. Null where the code is unknown, used, expired, another '
    'host''s, was sent elsewhere, or the verifier does not fit; a second use ends the grant.';

REVOKE EXECUTE ON FUNCTION wallet.redeem_code(bytea, bigint, text, text, bytea, integer, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wallet.redeem_code(bytea, bigint, text, text, bytea, integer, bytea, integer)
    TO tessera_service;
