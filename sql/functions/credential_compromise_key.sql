CREATE OR REPLACE FUNCTION credential.compromise_key(
    of_key text, settling interval, by_actor text
) RETURNS TABLE (was_current boolean, successor text)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known credential.signing_key := credential.locked_key(of_key);
BEGIN
    was_current := known.state = 'current';
    IF known.state <> 'compromised' THEN
        UPDATE credential.signing_key AS key SET
            state = 'compromised', compromised_at = now(), retired_at = coalesce(key.retired_at, now())
        WHERE key.key_id = of_key;
        -- A key that verifiers know already takes over at once.
        IF was_current THEN
            UPDATE credential.signing_key AS next SET
                state = 'current', first_used_at = coalesce(next.first_used_at, now())
            WHERE next.key_id = (
                SELECT spare.key_id
                FROM credential.signing_key AS spare
                WHERE spare.issuer = known.issuer AND spare.algorithm = known.algorithm
                    AND spare.state = 'listed' AND spare.listed_at + settling <= now()
                ORDER BY spare.listed_at, spare.key_id
                LIMIT 1
            );
        END IF;
        INSERT INTO ops.audit_event (actor, action, subject, detail)
        VALUES (
            by_actor, 'issuer-key.compromise', of_key,
            jsonb_build_object('algorithm', known.algorithm, 'wasCurrent', was_current)
        );
    END IF;
    successor := (
        SELECT current.key_id
        FROM credential.signing_key AS current
        WHERE current.issuer = known.issuer AND current.algorithm = known.algorithm AND current.state = 'current'
    );
    RETURN NEXT;
END
$$;

COMMENT ON FUNCTION credential.compromise_key(text, interval, text) IS
    'Takes a key that has fallen into wrong hands out of the issuer''s list of keys for assertions, for good: nothing '
    'that it signed verifies any more. If it signed, the oldest listed key of its algorithm that verifiers have had time '
    'to learn of takes over. Returns whether it signed, and which key of its algorithm signs now, null if none does. '
    'Raises P0002 where there is no such key.';

REVOKE EXECUTE ON FUNCTION credential.compromise_key(text, interval, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.compromise_key(text, interval, text) TO tessera_service;
