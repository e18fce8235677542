CREATE OR REPLACE FUNCTION credential.make_claim_link(
    definition jsonb, hash bytea, by_actor text, OUT made_id uuid, OUT ends_at timestamptz
)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_pilot bigint;
    days integer;
    person_kind lrs.identifier_kind;
    person_name text;
    person_home text;
    people bigint[];
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['account', 'mbox', 'pilot', 'days']);
    days := COALESCE(training.definition_number(definition, '', 'days', false, 1, 365, 0), 30);
    IF training.definition_text(definition, '', 'pilot', false) IS NOT NULL THEN
        of_pilot := training.own_pilot(definition ->> 'pilot');
    END IF;
    IF num_nonnulls(definition ->> 'account', definition ->> 'mbox') <> 1 THEN
        PERFORM training.refuse_definition('', 'must name the person by either account or mbox');
    ELSIF definition ->> 'mbox' IS NOT NULL THEN
        person_kind := 'mbox';
        person_name := training.definition_text(definition, '', 'mbox', true);
        person_home := '';
        IF person_name !~ '^mailto:[^@\s]+@[^@\s]+$' THEN
            PERFORM training.refuse_definition('/mbox', 'must be a mail address as mailto IRI');
        END IF;
    ELSE
        PERFORM training.definition_object(definition -> 'account', '/account', ARRAY['homePage', 'name']);
        person_kind := 'account';
        person_name := training.definition_text(definition -> 'account', '/account', 'name', true);
        person_home := training.definition_text(
            definition -> 'account', '/account', 'homePage', of_pilot IS NULL, 'iri'
        );
    END IF;

    -- Of the people whom the caller may see: row-level security leaves a partner the enrolments and awards of its
    -- pilots.
    people := ARRAY(
        SELECT agent.agent_key
        FROM lrs.agent
        WHERE agent.kind = person_kind AND agent.identifier = person_name AND NOT agent.is_group
            AND (person_home IS NULL OR agent.home_page = person_home)
            AND (
                EXISTS (
                    SELECT FROM training.enrolment
                    WHERE enrolment.agent_key = agent.agent_key
                        AND (of_pilot IS NULL OR enrolment.pilot_key = of_pilot)
                )
                OR EXISTS (
                    SELECT FROM credential.award
                    WHERE award.agent_key = agent.agent_key AND (of_pilot IS NULL OR award.pilot_key = of_pilot)
                )
            )
    );
    IF cardinality(people) = 0 THEN
        RAISE EXCEPTION
            'nobody of this account or mail address is enrolled in a pilot or holds an award, or not for this key'
            USING ERRCODE = 'no_data_found';
    ELSIF cardinality(people) > 1 THEN
        PERFORM training.refuse_definition(
            '/account/homePage', 'is required: the pilot has several accounts of this name'
        );
    END IF;

    INSERT INTO credential.claim_link (secret_hash, agent_key, partner_key, created_by, expires_at)
    VALUES (
        hash, people[1],
        (SELECT partner.partner_key FROM training.partner WHERE partner.code = training.asking_partner()),
        by_actor, now() + make_interval(days => days)
    )
    RETURNING claim_link.claim_link_id, claim_link.expires_at INTO made_id, ends_at;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'claim-link.create', made_id::text, jsonb_build_object('expiresAt', ends_at));
END
$$;

COMMENT ON FUNCTION credential.make_claim_link(jsonb, bytea, text) IS
    'Makes a claim link for a person whom the caller may see: by account (its home page may be left out where the '
    'pilot is named) or mail address, for some days, 30 unless told. Raises 22023 with the field at fault, P0002 where there '
    'is no such person or pilot for the caller.';

REVOKE EXECUTE ON FUNCTION credential.make_claim_link(jsonb, bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.make_claim_link(jsonb, bytea, text) TO tessera_service;
