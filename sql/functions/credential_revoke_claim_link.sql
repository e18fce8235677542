CREATE OR REPLACE FUNCTION credential.revoke_claim_link(of_link uuid, by_actor text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE credential.claim_link SET revoked_at = COALESCE(claim_link.revoked_at, now())
    WHERE claim_link.claim_link_id = of_link;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no claim link %, or not for this key', of_link USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'claim-link.revoke', of_link::text, '{}');
END
$$;

COMMENT ON FUNCTION credential.revoke_claim_link(uuid, text) IS
    'Revokes a claim link, and with it the sessions that it opened. Raises P0002 where the caller has no such link.';

REVOKE EXECUTE ON FUNCTION credential.revoke_claim_link(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.revoke_claim_link(uuid, text) TO tessera_service;
