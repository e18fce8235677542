CREATE OR REPLACE FUNCTION credential.locked_key(of_key text) RETURNS credential.signing_key
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known credential.signing_key;
BEGIN
    -- Keys change one after the other; who signs with one holds its row, and is waited for below.
    LOCK TABLE credential.signing_key IN SHARE ROW EXCLUSIVE MODE;
    SELECT key.* INTO known FROM credential.signing_key AS key WHERE key.key_id = of_key FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no key %', of_key USING ERRCODE = 'no_data_found';
    END IF;
    RETURN known;
END
$$;

COMMENT ON FUNCTION credential.locked_key(text) IS
    'A signing key, locked against who signs with it and who changes keys. Raises P0002 where there is none of the id.';

REVOKE EXECUTE ON FUNCTION credential.locked_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.locked_key(text) TO tessera_service;
