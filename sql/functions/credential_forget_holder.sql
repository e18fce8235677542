CREATE OR REPLACE FUNCTION credential.forget_holder(definition jsonb, by_actor text) RETURNS json
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    person_kind lrs.identifier_kind := 'account';
    person_name text;
    person_home text := '';
    person bigint;
    held uuid[];
    copies bigint;
    receipt jsonb;
    receipt_id uuid := gen_random_uuid();
    removed bigint;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['account', 'mbox']);
    IF num_nonnulls(definition ->> 'account', definition ->> 'mbox') <> 1 THEN
        PERFORM training.refuse_definition('', 'must name the person by either account or mbox');
    ELSIF definition ->> 'mbox' IS NOT NULL THEN
        person_kind := 'mbox';
        person_name := training.definition_text(definition, '', 'mbox', true);
    ELSE
        PERFORM training.definition_object(definition -> 'account', '/account', ARRAY['homePage', 'name']);
        person_name := training.definition_text(definition -> 'account', '/account', 'name', true);
        person_home := training.definition_text(definition -> 'account', '/account', 'homePage', true, 'iri');
    END IF;
    SELECT agent.agent_key INTO person
    FROM lrs.agent
    WHERE agent.kind = person_kind AND agent.identifier = person_name AND agent.home_page = person_home
        AND NOT agent.is_group;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nobody of this account or mail address is known' USING ERRCODE = 'no_data_found';
    END IF;
    held := ARRAY(
        SELECT c.credential_id
        FROM credential.award AS a
        JOIN credential.credential AS c ON c.award_key = a.award_key
        WHERE a.agent_key = person
    );
    SELECT coalesce(sum(issued.copies), 0) INTO copies
    FROM wallet.issuance AS issued
    JOIN wallet.offer AS offered ON offered.offer_key = issued.offer_key
    WHERE offered.credential_id = ANY (held);
    receipt := jsonb_build_object('credentials', cardinality(held), 'walletCopies', copies);

    DELETE FROM credential.holder_session AS opened
    USING credential.claim_link AS link
    WHERE link.claim_link_key = opened.claim_link_key AND link.agent_key = person;
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('sessions', removed);
    DELETE FROM credential.claim_link AS link WHERE link.agent_key = person;
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('claimLinks', removed);
    DELETE FROM credential.share_link AS shown WHERE shown.credential_id = ANY (held);
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('sharedLinks', removed);
    DELETE FROM wallet.offer AS offered WHERE offered.credential_id = ANY (held);
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('offers', removed);
    DELETE FROM wallet.host_grant AS granted WHERE granted.agent_key = person;
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('hosts', removed);
    DELETE FROM wallet.foreign_credential AS sent WHERE sent.agent_key = person;
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('foreignCredentials', removed);
    DELETE FROM wallet.host_profile AS put WHERE put.agent_key = person;
    GET DIAGNOSTICS removed = ROW_COUNT;
    receipt := receipt || jsonb_build_object('profiles', removed);

    -- Whoever reads the log learns that somebody was forgotten, and not who.
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'holder.forget', receipt_id::text, receipt);
    RETURN jsonb_build_object('receipt', receipt_id, 'forgottenAt', now()) || receipt;
END
$$;

COMMENT ON FUNCTION credential.forget_holder(jsonb, text) IS
    'Removes what a person left as the holder of credentials: claim links with their sessions, links to single '
    'credentials with the names that these show, offers to wallets with their tokens, hosts that the person let in with '
    'theirs, and what hosts sent: credentials of others and the profile. The credentials stay, and copies in wallets and '
    'files, which nobody can call back; their number is told. The audit log notes a receipt and no person. Raises 22023 '
    'with the field at fault, P0002 where nobody is known by that.';

REVOKE EXECUTE ON FUNCTION credential.forget_holder(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.forget_holder(jsonb, text) TO tessera_service;
