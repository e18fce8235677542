CREATE OR REPLACE FUNCTION credential.retire_key(of_key text, by_actor text) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known credential.signing_key := credential.locked_key(of_key);
BEGIN
    IF known.state = 'retired' THEN
        RETURN false;
    ELSIF known.state = 'compromised' THEN
        RAISE EXCEPTION 'the key % is compromised, and stays so', of_key
            USING ERRCODE = 'object_not_in_prerequisite_state';
    ELSIF known.state = 'current' THEN
        RAISE EXCEPTION 'the key % signs: nothing would sign in its place', of_key
            USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Use another key instead; this one is retired by that.';
    END IF;
    UPDATE credential.signing_key AS key SET state = 'retired', retired_at = now() WHERE key.key_id = of_key;
    INSERT INTO ops.audit_event (actor, action, subject) VALUES (by_actor, 'issuer-key.retire', of_key);
    RETURN true;
END
$$;

COMMENT ON FUNCTION credential.retire_key(text, text) IS
    'Retires a key that was listed but is not to sign; it stays listed. Returns whether it was not retired before. '
    'Raises P0002 where there is no such key, 55000 where it signs or is compromised.';

REVOKE EXECUTE ON FUNCTION credential.retire_key(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.retire_key(text, text) TO tessera_service;
