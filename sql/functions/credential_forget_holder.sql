CREATE OR REPLACE FUNCTION credential.forget_holder(of_agent bigint) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    DELETE FROM credential.claim_link WHERE claim_link.agent_key = of_agent;
    DELETE FROM credential.share_link
    USING credential.credential
    JOIN credential.award USING (award_key)
    WHERE share_link.credential_id = credential.credential_id AND award.agent_key = of_agent;
$$;

COMMENT ON FUNCTION credential.forget_holder(bigint) IS
    'Removes the claim links of a person with the sessions that they opened, and the links to the person''s '
    'credentials: a part of erasing the person.';

REVOKE EXECUTE ON FUNCTION credential.forget_holder(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.forget_holder(bigint) TO tessera_service;
