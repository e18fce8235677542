CREATE OR REPLACE FUNCTION training.define_pilot_enrolments(of_pilot bigint, enrolments jsonb, partner_codes text[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    pointer text;
    fault record;
    registrations uuid[] := '{}';
    home_pages text[] := '{}';
    account_names text[] := '{}';
    partners text[] := '{}';
    first_days date[] := '{}';
    last_days date[] := '{}';
    profile_code text;
    profile_item uuid;
    profiles uuid[] := '{}';
    cohorts text[] := '{}';
    elsewhere uuid[];
BEGIN
    FOR node, place IN SELECT * FROM jsonb_array_elements(enrolments) WITH ORDINALITY LOOP
        pointer := '/enrolments/' || place - 1;
        PERFORM training.definition_object(
            node, pointer,
            ARRAY['registration', 'account', 'partner', 'profile', 'cohort', 'enrolledOn', 'withdrawnOn']
        );
        registrations[place] := training.definition_text(node, pointer, 'registration', true, 'uuid');
        pointer := pointer || '/account';
        PERFORM training.definition_object(node -> 'account', pointer, ARRAY['homePage', 'name']);
        home_pages[place] := training.definition_text(node -> 'account', pointer, 'homePage', true, 'iri');
        account_names[place] := training.definition_text(node -> 'account', pointer, 'name', true);
        pointer := '/enrolments/' || place - 1;
        partners[place] := training.definition_text(node, pointer, 'partner', false, 'code');
        IF partners[place] <> ALL (partner_codes) THEN
            PERFORM training.refuse_definition(pointer || '/partner', 'must be one of the pilot''s partners');
        END IF;
        profile_code := training.definition_text(node, pointer, 'profile', false);
        SELECT item.identifier INTO profile_item
        FROM training.pilot
        JOIN framework.item ON item.document_key = pilot.document_key
        WHERE pilot.pilot_key = of_pilot AND item.kind = 'profile' AND item.code = profile_code
            AND (
                item.identifier = pilot.profile_item
                OR item.identifier IN (
                    SELECT further.profile_item FROM training.pilot_profile AS further
                    WHERE further.pilot_key = of_pilot
                )
            );
        IF profile_code IS NOT NULL AND NOT FOUND THEN
            PERFORM training.refuse_definition(pointer || '/profile', 'must be one of the pilot''s profiles');
        END IF;
        profiles[place] := profile_item;
        cohorts[place] := training.definition_text(node, pointer, 'cohort', false);
        first_days[place] := COALESCE(
            training.definition_date(node, pointer, 'enrolledOn', false),
            (SELECT starts_on FROM training.pilot WHERE pilot_key = of_pilot)
        );
        last_days[place] := training.definition_date(node, pointer, 'withdrawnOn', false);
        IF last_days[place] < first_days[place] THEN
            PERFORM training.refuse_definition(pointer || '/withdrawnOn', 'must not be before enrolledOn');
        END IF;
    END LOOP;

    INSERT INTO lrs.agent (kind, identifier, home_page)
    SELECT DISTINCT 'account'::lrs.identifier_kind, account.name, account.home_page
    FROM unnest(account_names, home_pages) AS account (name, home_page)
    ORDER BY account.name, account.home_page
    ON CONFLICT (identifier, home_page, kind) DO NOTHING;

    -- One person, one registration, one pilot: within the list and against what is kept.
    elsewhere := training.foreign_registrations(of_pilot, registrations);
    WITH listed AS (
        SELECT
            given.position, given.registration, agent.agent_key,
            row_number() OVER (PARTITION BY given.registration ORDER BY given.position) AS nth_of_registration,
            row_number() OVER (PARTITION BY agent.agent_key ORDER BY given.position) AS nth_of_account
        FROM unnest(registrations, account_names, home_pages)
            WITH ORDINALITY AS given (registration, name, home_page, position)
        JOIN lrs.agent
            ON agent.kind = 'account' AND agent.identifier = given.name AND agent.home_page = given.home_page
    ),
    judged AS (
        SELECT
            listed.position,
            CASE
                WHEN listed.nth_of_registration > 1 THEN ARRAY['/registration', 'is listed twice']
                WHEN listed.nth_of_account > 1 THEN ARRAY['/account', 'is listed twice']
                WHEN listed.registration = ANY (elsewhere) THEN ARRAY['/registration', 'is one of another pilot']
                WHEN same_registration.agent_key <> listed.agent_key
                    THEN ARRAY['/account', 'differs from the account that this registration has had']
                WHEN same_account.registration <> listed.registration
                    THEN ARRAY['/registration', 'differs from the one that this account has had in this pilot']
            END AS broken
        FROM listed
        LEFT JOIN training.enrolment AS same_registration ON same_registration.registration = listed.registration
        LEFT JOIN training.enrolment AS same_account
            ON same_account.pilot_key = of_pilot AND same_account.agent_key = listed.agent_key
    )
    SELECT '/enrolments/' || position - 1 || broken[1] AS pointer, broken[2] AS rule INTO fault
    FROM judged
    WHERE broken IS NOT NULL
    ORDER BY position
    LIMIT 1;
    IF FOUND THEN
        PERFORM training.refuse_definition(fault.pointer, fault.rule);
    END IF;

    INSERT INTO training.enrolment AS earlier (
        pilot_key, partner_key, agent_key, registration, enrolled_on, withdrawn_on, profile_item, cohort
    )
    SELECT of_pilot, partner.partner_key, agent.agent_key, given.registration, given.first_day, given.last_day,
        -- The pilot's first profile is everybody's who has no other.
        NULLIF(given.own_profile, (SELECT pilot.profile_item FROM training.pilot WHERE pilot.pilot_key = of_pilot)), given.cohort
    FROM unnest(registrations, account_names, home_pages, partners, first_days, last_days, profiles, cohorts)
        WITH ORDINALITY AS given (
            registration, name, home_page, partner_code, first_day, last_day, own_profile, cohort, position
        )
    JOIN lrs.agent ON agent.kind = 'account' AND agent.identifier = given.name AND agent.home_page = given.home_page
    LEFT JOIN training.partner ON partner.code = given.partner_code
    ORDER BY given.position
    ON CONFLICT (registration) DO UPDATE SET
        partner_key = excluded.partner_key, enrolled_on = excluded.enrolled_on, withdrawn_on = excluded.withdrawn_on,
        profile_item = excluded.profile_item, cohort = excluded.cohort
    WHERE (earlier.partner_key, earlier.enrolled_on, earlier.withdrawn_on, earlier.profile_item, earlier.cohort)
        IS DISTINCT FROM (excluded.partner_key, excluded.enrolled_on, excluded.withdrawn_on, excluded.profile_item,
            excluded.cohort);
END
$$;

COMMENT ON FUNCTION training.define_pilot_enrolments(bigint, jsonb, text[]) IS
    'The part of training.define_pilot that checks and keeps the enrolments. Those not listed stay as they are.';

REVOKE EXECUTE ON FUNCTION training.define_pilot_enrolments(bigint, jsonb, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_enrolments(bigint, jsonb, text[]) TO tessera_service;
