CREATE OR REPLACE FUNCTION wallet.make_offer(
    of_credential uuid, holder bigint, link bytea, code bytea, transaction_code bytea, seconds integer, by_actor text
) RETURNS timestamptz
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known record;
    made wallet.offer;
BEGIN
    -- Old offers go, some at a time, with the tokens that they gave.
    DELETE FROM wallet.offer AS old
    WHERE old.offer_key IN (
        SELECT o.offer_key FROM wallet.offer AS o
        WHERE o.expires_at < now() - interval '30 days'
        LIMIT 100
        FOR UPDATE SKIP LOCKED
    );
    SELECT
        c.credential_id, coalesce(r.reason, a.withdrawal_reason) AS revocation,
        c.valid_until IS NOT NULL AND c.valid_until <= now() AS is_expired
    INTO known
    FROM credential.credential AS c
    JOIN credential.award AS a ON a.award_key = c.award_key
    LEFT JOIN credential.revocation AS r ON r.credential_id = c.credential_id
    WHERE c.credential_id = of_credential AND (holder IS NULL OR a.agent_key = holder);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no credential %, or not for you', of_credential USING ERRCODE = 'no_data_found';
    ELSIF known.revocation IS NOT NULL THEN
        RAISE EXCEPTION 'the credential was revoked: %', known.revocation
            USING ERRCODE = 'object_not_in_prerequisite_state';
    ELSIF known.is_expired THEN
        RAISE EXCEPTION 'the credential has expired' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    INSERT INTO wallet.offer (link_hash, code_hash, transaction_hash, credential_id, created_by, expires_at)
    VALUES (link, code, transaction_code, of_credential, by_actor, now() + make_interval(secs => seconds))
    RETURNING * INTO made;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'credential.offer', of_credential::text, jsonb_build_object('offer', made.offer_id));
    RETURN made.expires_at;
END
$$;

COMMENT ON FUNCTION wallet.make_offer(uuid, bigint, bytea, bytea, bytea, integer, text) IS
    'Offers a credential to a wallet for some seconds, and tells until when; where a holder is named, only one of theirs. '
    'Takes hashes: of the offer''s secret, of the pre-authorized code and, if one is asked for, of the transaction code. '
    'Raises P0002 where there is no such credential for the caller, 55000 where it was revoked or has expired.';

REVOKE EXECUTE ON FUNCTION wallet.make_offer(uuid, bigint, bytea, bytea, bytea, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wallet.make_offer(uuid, bigint, bytea, bytea, bytea, integer, text) TO tessera_service;
