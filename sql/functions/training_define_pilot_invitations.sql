CREATE OR REPLACE FUNCTION training.define_pilot_invitations(of_pilot bigint, invitations jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    pointer text;
    account jsonb;
    account_place bigint;
    edition bigint;
    phase_name text;
    editions bigint[] := '{}';
    phases text[] := '{}';
    counts integer[] := '{}';
    -- The accounts, each with the place of its invitation.
    places bigint[] := '{}';
    home_pages text[] := '{}';
    names text[] := '{}';
    listed integer;
BEGIN
    PERFORM training.lock_pilots();
    FOR node, place IN SELECT * FROM jsonb_array_elements(invitations) WITH ORDINALITY LOOP
        pointer := '/invitations/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY['instrument', 'version', 'phase', 'invited', 'accounts']);
        edition := training.definition_instrument(node, pointer, 'instrument');
        phase_name := training.definition_phase(node, pointer);
        IF NOT EXISTS (
            SELECT FROM training.pilot_instrument AS used
            WHERE used.pilot_key = of_pilot AND used.phase = phase_name::lrs.phase
                AND used.instrument_version_key = edition
        ) THEN
            PERFORM training.refuse_definition(pointer, 'must be for an instrument that the pilot uses in this phase');
        ELSIF EXISTS (
            SELECT FROM unnest(editions, phases) AS earlier (edition_key, phase)
            WHERE earlier.edition_key = edition AND earlier.phase = phase_name
        ) THEN
            PERFORM training.refuse_definition(pointer, 'is listed twice for this instrument and phase');
        END IF;
        editions := editions || edition;
        phases := phases || phase_name;
        counts := counts || training.definition_number(node, pointer, 'invited', false, 0, 1000000, 0)::integer;
        IF NULLIF(node -> 'accounts', 'null') IS NULL THEN
            IF counts[place] IS NULL THEN
                PERFORM training.refuse_definition(pointer, 'must tell how many are invited, or their accounts');
            END IF;
            CONTINUE;
        END IF;
        FOR account, account_place IN
            SELECT * FROM jsonb_array_elements(training.definition_list(node, pointer, 'accounts')) WITH ORDINALITY
        LOOP
            PERFORM training.definition_object(
                account, format('%s/accounts/%s', pointer, account_place - 1), ARRAY['homePage', 'name']
            );
            places := places || place;
            home_pages := home_pages || training.definition_text(
                account, format('%s/accounts/%s', pointer, account_place - 1), 'homePage', true, 'iri'
            );
            names := names || training.definition_text(
                account, format('%s/accounts/%s', pointer, account_place - 1), 'name', true
            );
        END LOOP;
        SELECT count(DISTINCT (entry.name, entry.home_page)) INTO listed
        FROM unnest(places, names, home_pages) AS entry (nth, name, home_page)
        WHERE entry.nth = place;
        IF listed <> jsonb_array_length(node -> 'accounts') THEN
            PERFORM training.refuse_definition(pointer || '/accounts', 'must list each account once');
        ELSIF counts[place] <> listed THEN
            PERFORM training.refuse_definition(pointer || '/invited', 'must be left out, or be the number of accounts');
        END IF;
        counts[place] := listed;
    END LOOP;

    DELETE FROM training.invitation AS earlier
    WHERE earlier.pilot_key = of_pilot
        AND NOT EXISTS (
            SELECT FROM unnest(editions, phases) AS wanted (edition, phase)
            WHERE wanted.edition = earlier.instrument_version_key AND wanted.phase::lrs.phase = earlier.phase
        );
    INSERT INTO training.invitation AS earlier (pilot_key, phase, instrument_version_key, invited)
    SELECT of_pilot, wanted.phase::lrs.phase, wanted.edition, wanted.invited
    FROM unnest(editions, phases, counts) AS wanted (edition, phase, invited)
    ON CONFLICT (pilot_key, phase, instrument_version_key) DO UPDATE SET invited = excluded.invited
    WHERE earlier.invited <> excluded.invited;

    INSERT INTO lrs.agent (kind, identifier, home_page)
    SELECT DISTINCT 'account'::lrs.identifier_kind, entry.name, entry.home_page
    FROM unnest(names, home_pages) AS entry (name, home_page)
    ORDER BY entry.name, entry.home_page
    ON CONFLICT (identifier, home_page, kind) DO NOTHING;
    WITH wanted AS (
        SELECT editions[entry.nth] AS edition, phases[entry.nth]::lrs.phase AS phase, agent.agent_key
        FROM unnest(places, names, home_pages) AS entry (nth, name, home_page)
        JOIN lrs.agent
            ON agent.kind = 'account' AND agent.identifier = entry.name AND agent.home_page = entry.home_page
    ),
    gone AS (
        DELETE FROM training.invitee AS earlier
        WHERE earlier.pilot_key = of_pilot
            AND NOT EXISTS (
                SELECT FROM wanted
                WHERE wanted.edition = earlier.instrument_version_key AND wanted.phase = earlier.phase
                    AND wanted.agent_key = earlier.agent_key
            )
    )
    INSERT INTO training.invitee (pilot_key, phase, instrument_version_key, agent_key)
    SELECT of_pilot, wanted.phase, wanted.edition, wanted.agent_key FROM wanted
    ON CONFLICT DO NOTHING;
END
$$;

COMMENT ON FUNCTION training.define_pilot_invitations(bigint, jsonb) IS
$$Keeps who was asked to answer, in place of what was there: an array of

{"instrument": "reaction", "version": "1.0", "phase": "post",
 "invited": 24 | "accounts": [{"homePage": "https://...", "name": "p-3f9c2a"}, ...]}

either as a number or by pseudonymous accounts, never by name.$$;

REVOKE EXECUTE ON FUNCTION training.define_pilot_invitations(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_invitations(bigint, jsonb) TO tessera_service;
