CREATE OR REPLACE FUNCTION credential.use_key(
    of_key text, settling interval, at_once boolean, by_actor text
) RETURNS text
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known credential.signing_key := credential.locked_key(of_key);
BEGIN
    IF known.state = 'current' THEN
        RETURN NULL;
    ELSIF known.state = 'compromised' THEN
        RAISE EXCEPTION 'the key % is compromised: it never signs again', of_key
            USING ERRCODE = 'object_not_in_prerequisite_state';
    ELSIF known.listed_at + settling > now() AND NOT at_once THEN
        RAISE EXCEPTION 'the key % is listed since %: verifiers may hold a copy of the DID document without it until %',
            of_key, to_char(known.listed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            to_char((known.listed_at + settling) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Wait until then; or, where no other key can sign, use it at once (--at-once).';
    END IF;
    UPDATE credential.signing_key AS former SET state = 'retired', retired_at = now()
    WHERE former.issuer = known.issuer AND former.algorithm = known.algorithm AND former.state = 'current';
    UPDATE credential.signing_key AS next SET
        state = 'current', first_used_at = coalesce(next.first_used_at, now()), retired_at = NULL
    WHERE next.key_id = of_key;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (
        by_actor, 'issuer-key.use', of_key,
        jsonb_build_object('algorithm', known.algorithm, 'atOnce', at_once)
    );
    RETURN known.algorithm;
END
$$;

COMMENT ON FUNCTION credential.use_key(text, interval, boolean, text) IS
    'Has a listed or retired key sign from now on, in place of the current one of its algorithm, which is retired. '
    'Returns the algorithm; null where it signs already. Raises P0002 where there is no such key, 55000 where it is '
    'compromised, or listed for less time than verifiers may keep a copy of the DID document (unless at once).';

REVOKE EXECUTE ON FUNCTION credential.use_key(text, interval, boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.use_key(text, interval, boolean, text) TO tessera_service;
