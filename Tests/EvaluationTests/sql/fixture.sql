-- What the tests of the evaluation views share. For a freshly migrated and seeded database; run by an administrator.
--
-- <view>.seed.sql adds the statements of one view's test. <view>.expected.csv is what the evaluator of all partners
-- then reads; <view>.<who>.expected.csv what the role tessera_test_<who> reads. The header names the columns; rows are
-- ordered by them from left to right, times are in UTC; empty is NULL. *.check.sql raise an error if something does not
-- hold; they start from this fixture too, and are rolled back.

DO $$
DECLARE
    who text;
BEGIN
    FOREACH who IN ARRAY ARRAY[
        'tessera_test_all', 'tessera_test_riga', 'tessera_test_lille', 'tessera_test_nobody'
    ]
    LOOP
        -- Roles belong to the cluster: another database's test may have made them, or be making them.
        BEGIN
            EXECUTE format('CREATE ROLE %I IN ROLE tessera_evaluator', who);
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;
END
$$;

CREATE SCHEMA test;

-- Three pilots: a joint one of Riga and Toruń with eight people, one of Lille with three, one of Mechelen whose people
-- are not listed and only tell themselves that they are registered.
SELECT training.define_pilot(jsonb_build_object(
    'code', pilot.code, 'iri', 'https://pilots.example.eu/pilots/' || pilot.code, 'title', pilot.title,
    'framework', jsonb_build_object('code', 'IUS', 'version', '0.1'),
    'profile', jsonb_build_object('code', pilot.profile, 'iri', 'https://pilots.example.eu/profiles/' || pilot.profile),
    'curriculum', jsonb_build_object('iri', 'https://pilots.example.eu/curricula/c/1.0', 'version', '1.0'),
    'partners', (
        SELECT jsonb_agg(jsonb_build_object('code', partner, 'name', initcap(partner)))
        FROM unnest(pilot.partners) AS partner
    ),
    'startsOn', '2026-03-02', 'endsOn', '2026-03-27', 'plannedHours', 24, 'state', 'running',
    'enrolments', (
        SELECT jsonb_agg(jsonb_build_object(
            'registration', format('00000000-0000-4000-8000-0000000%s%s', pilot.number, lpad(person::text, 4, '0')),
            'account', jsonb_build_object('homePage', 'https://id.example.eu/' || pilot.code, 'name', 'p-' || person),
            'partner', pilot.partners[CASE WHEN person > pilot.people / 2 THEN cardinality(pilot.partners) ELSE 1 END]
        ))
        FROM generate_series(1, pilot.people) AS person
    )
))
FROM (
    VALUES
        (1, 'riga-1', 'Local police in Riga and Toruń', 'P4', ARRAY['riga', 'torun'], 8),
        (2, 'lille-1', 'Planners in Lille', 'P2', ARRAY['lille'], 3),
        (3, 'mechelen-1', 'Volunteers in Mechelen', 'P6', ARRAY['mechelen'], 0)
) AS pilot (number, code, title, profile, partners, people);

UPDATE training.pilot SET pseudonym_secret = '00000000-0000-4000-8000-00000000000a';

INSERT INTO ops.evaluator (role_name, all_partners)
VALUES ('tessera_test_all', true), ('tessera_test_riga', false), ('tessera_test_lille', false);
INSERT INTO ops.evaluator_partner (role_name, partner_key)
SELECT 'tessera_test_' || code, partner_key FROM training.partner WHERE code IN ('riga', 'lille');

-- A person of no list, with a known key, because the pseudonym is made from it.
INSERT INTO lrs.agent (agent_key, kind, identifier, home_page) OVERRIDING SYSTEM VALUE
VALUES (9009, 'account', 'assessor', 'https://id.example.eu/riga-1');

CREATE FUNCTION test.activity(activity_iri text, activity_type text DEFAULT NULL) RETURNS bigint
    LANGUAGE sql
AS $$
    INSERT INTO lrs.activity (iri, type)
    SELECT activity_iri, activity_type
    WHERE activity_iri IS NOT NULL
    ON CONFLICT (iri) DO UPDATE SET type = COALESCE(excluded.type, activity.type)
    RETURNING activity_key
$$;

-- An item of the framework as some node serves it: A1, A1.3, P4.
CREATE FUNCTION test.item_iri(item_code text) RETURNS text
    LANGUAGE sql
AS $$
    SELECT 'https://framework.example.eu/ims/case/v1p1/CFItems/' || identifier
    FROM framework.item
    WHERE code = item_code
$$;

-- Stores one statement as ingest would. The n-th has the id ...-n and is stored at n seconds past eight. Its
-- registration is that of the person it is about: the actor, unless another is named.
CREATE FUNCTION test.post(
    n integer, pilot text, person text, verb text, object text DEFAULT NULL, object_type text DEFAULT NULL,
    instrument text DEFAULT NULL, item text DEFAULT NULL, profile text DEFAULT NULL, competence text DEFAULT NULL,
    others text[] DEFAULT NULL, phase text DEFAULT NULL, level integer DEFAULT NULL, method text DEFAULT NULL,
    scaled numeric DEFAULT NULL, success boolean DEFAULT NULL, completion boolean DEFAULT NULL,
    response text DEFAULT NULL, nonresponse text DEFAULT NULL, duration interval DEFAULT NULL,
    at timestamptz DEFAULT NULL, voided boolean DEFAULT false, months integer DEFAULT NULL, about text DEFAULT NULL
) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    moment timestamptz := timestamptz '2026-03-28 08:00:00+00' + n * interval '1 second';
    verb_iri text := CASE verb
        WHEN 'unregistered' THEN 'http://id.tincanapi.com/verb/'
        WHEN 'self-assessed' THEN 'https://w3id.org/xapi/iust/verbs/'
        WHEN 'applied' THEN 'https://w3id.org/xapi/iust/verbs/'
        ELSE 'http://adlnet.gov/expapi/verbs/'
    END || verb;
    account_home text := 'https://id.example.eu/' || COALESCE(pilot, 'nowhere');
    pilot_activity bigint := test.activity('https://pilots.example.eu/pilots/' || pilot);
BEGIN
    INSERT INTO lrs.verb (iri) VALUES (verb_iri) ON CONFLICT DO NOTHING;
    INSERT INTO lrs.agent (kind, identifier, home_page) VALUES ('account', person, account_home) ON CONFLICT DO NOTHING;
    INSERT INTO lrs.statement (
        statement_key, statement_id, stored, "timestamp", fingerprint, payload, id_sent, timestamp_sent, version_sent,
        version, verb_key, authority_key, object_kind, actor_key, object_activity_key, registration, score_scaled,
        success, completion, response, duration, pilot_key, curriculum_key, profile_key, instrument_key, item_key,
        competence_key, other_competence_keys, phase, level, level_method, nonresponse, voided, months_after
    )
    SELECT
        lrs.first_key_at(moment) + n, format('00000000-0000-4000-8000-%s', lpad(n::text, 12, '0'))::uuid, moment,
        COALESCE(at, moment), gen_random_uuid(), '{}', true, true, true, '1.0.3', lrs.verb.verb_key, 0, 'activity',
        agent.agent_key, COALESCE(test.activity(object, object_type), pilot_activity),
        (
            SELECT enrolment.registration
            FROM training.enrolment
            JOIN lrs.agent AS meant USING (agent_key)
            WHERE meant.identifier = COALESCE(about, person) AND meant.home_page = account_home
        ),
        scaled, success,
        completion, response, duration, pilot_activity, test.activity('https://pilots.example.eu/curricula/c/1.0'),
        test.activity(profile), test.activity(instrument), test.activity(item),
        test.activity(test.item_iri(competence)),
        (SELECT array_agg(test.activity(test.item_iri(code))) FROM unnest(others) AS code),
        phase::lrs.phase, level, method::lrs.level_method, nonresponse::lrs.nonresponse, voided, months
    FROM lrs.verb, lrs.agent
    WHERE lrs.verb.iri = verb_iri AND agent.identifier = person AND agent.home_page = account_home;
END
$$;

-- Lets people of a pilot answer an instrument: answers[1] is what the first of them chose, one letter an item; a is
-- right, a dash was left out, and a blank was never told. The statements are numbered from first on.
CREATE FUNCTION test.sit(
    first integer, pilot text, prefix text, instrument text, phase text, answers text[], item_root text DEFAULT NULL
) RETURNS void
    LANGUAGE sql
AS $$
    SELECT test.post(
        first + (20 * (person - 1) + item)::integer, pilot, prefix || person, 'answered',
        instrument => instrument, item => COALESCE(item_root, instrument) || '/items/' || item, phase => phase,
        response => NULLIF(letter, '-'), success => CASE WHEN letter <> '-' THEN letter = 'a' END,
        nonresponse => CASE WHEN letter = '-' THEN 'omitted' END
    )
    FROM unnest(answers) WITH ORDINALITY AS sat (chosen, person)
    CROSS JOIN LATERAL string_to_table(chosen, NULL) WITH ORDINALITY AS given (letter, item)
    WHERE letter <> ' '
$$;

-- Defines an instrument of three items of choice, with an option each that nobody need choose.
CREATE FUNCTION test.define_test(code text, kind text, iri text, item_root text DEFAULT NULL) RETURNS void
    LANGUAGE sql
AS $$
    SELECT training.define_instrument(jsonb_build_object(
        'code', code, 'version', '1.0', 'iri', iri, 'kind', kind, 'title', jsonb_build_object('en', code),
        'framework', jsonb_build_object('code', 'IUS', 'version', '0.1'),
        'items', (
            SELECT jsonb_agg(jsonb_build_object(
                'iri', COALESCE(item_root, iri) || '/items/' || item,
                'text', jsonb_build_object('en', 'Question ' || item),
                'interaction', 'choice', 'choices', '[{"id": "a"}, {"id": "b"}, {"id": "c"}]'::jsonb,
                'correctResponses', jsonb_build_array('a'), 'competence', 'A1'
            ))
            FROM generate_series(1, 3) AS item
        )
    ))
$$;

-- Makes the award that a statement is evidence of, with or without its credential.
CREATE FUNCTION test.award(
    n integer, competence text, shown_level integer, credential boolean, expired boolean DEFAULT false,
    withdrawn boolean DEFAULT false
) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    new_award bigint;
BEGIN
    INSERT INTO credential.award (
        agent_key, competence_item_key, level, pilot_key, rule_key, achieved_at, awarded_at, withdrawn_at,
        withdrawal_reason, method
    )
    SELECT
        statement.actor_key, item.item_key, shown_level, pilot.pilot_key, rule.rule_key, statement."timestamp",
        '2026-03-29 00:00:00+00', CASE WHEN withdrawn THEN timestamptz '2026-03-30 00:00:00+00' END,
        CASE WHEN withdrawn THEN 'test' END, 'test'
    FROM lrs.statement
    JOIN training.pilot ON pilot.activity_key = statement.pilot_key
    CROSS JOIN framework.item
    CROSS JOIN credential.rule
    WHERE statement.statement_id = format('00000000-0000-4000-8000-%s', lpad(n::text, 12, '0'))::uuid
        AND item.code = competence AND rule.code = 'passed-assessment'
    RETURNING award_key INTO STRICT new_award;
    INSERT INTO credential.award_evidence (award_key, statement_key, statement_id)
    SELECT new_award, statement_key, statement_id FROM lrs.statement
    WHERE statement.statement_id = format('00000000-0000-4000-8000-%s', lpad(n::text, 12, '0'))::uuid;
    IF credential THEN
        INSERT INTO credential.signing_key (key_id, algorithm, issuer, public_jwk)
        VALUES ('test', 'ES256', 'did:web:example.eu', '{}') ON CONFLICT DO NOTHING;
        INSERT INTO credential.credential (
            credential_id, award_key, key_id, issued_at, valid_from, valid_until, jwt, document
        )
        SELECT
            award_id, award_key, 'test', '2026-03-29 00:00:01+00', achieved_at,
            CASE WHEN expired THEN timestamptz '2026-04-01 00:00:00+00' ELSE timestamptz '2999-01-01 00:00:00+00' END,
            '', '{}'
        FROM credential.award WHERE award_key = new_award;
    END IF;
END
$$;

-- Passes if the command, run as the role, fails with this SQLSTATE and, where given, a message like this.
CREATE FUNCTION test.refused(asking name, command text, state text, message text DEFAULT '%') RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    BEGIN
        EXECUTE format('SET LOCAL ROLE %I', asking);
        EXECUTE command;
    EXCEPTION
        WHEN OTHERS THEN
            IF SQLSTATE = state AND SQLERRM LIKE message THEN
                RETURN;
            END IF;
            RAISE EXCEPTION 'as % this failed otherwise (% %): %', asking, SQLSTATE, SQLERRM, command;
    END;
    RAISE EXCEPTION 'as % this did not fail: %', asking, command;
END
$$;
