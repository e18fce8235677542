-- Plans, instruments, invitations and states of pilots: what is kept comes back as it was sent, what is wrong is refused
-- by field and rule, and a state is reached only when all that it demands is met.
GRANT USAGE ON SCHEMA test TO tessera_service;

CREATE FUNCTION test.instrument(instrument_code text, kind text, partner text) RETURNS jsonb
    LANGUAGE sql
RETURN jsonb_build_object(
    'code', instrument_code, 'version', '1.0', 'kind', kind, 'title', '{"en": "An instrument"}'::jsonb,
    'iri', 'https://pilots.example.eu/instruments/' || instrument_code,
    'partners', CASE WHEN partner IS NULL THEN '[]' ELSE jsonb_build_array(partner) END,
    'items', jsonb_build_array(jsonb_build_object(
        'iri', 'https://pilots.example.eu/instruments/' || instrument_code || '/items/1',
        'text', '{"en": "A question"}'::jsonb, 'interaction', 'fill-in'
    ))
);

CREATE FUNCTION test.plan(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN '{
    "code": "torun-2", "iri": "https://pilots.example.eu/pilots/torun-2", "title": "Toruń, second run",
    "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
    "profiles": [{"code": "P5", "iri": "https://pilots.example.eu/profiles/P5"}],
    "curriculum": {"iri": "https://pilots.example.eu/curricula/c/2.0", "version": "2.0", "title": "Local police"},
    "partners": [{"code": "riga", "name": "Riga"}, {"code": "torun", "name": "Torun"}],
    "startsOn": "2026-09-01", "endsOn": "2999-10-30", "plannedHours": 24.5, "state": "planned",
    "phases": {"pre": {"startsOn": "2026-08-24", "endsOn": "2026-08-31"}},
    "plan": {
        "sessions": [{"heldOn": "2026-09-01", "hours": 7.5, "title": "Day 1", "cohort": "A",
            "iri": "https://pilots.example.eu/sessions/1"}, {"heldOn": "2026-09-02", "hours": 7}],
        "trainers": [{"role": "mediator", "organisation": "City of Toruń", "hours": 21}],
        "costs": [{"category": "rooms", "amount": 1200.5, "currency": "EUR", "note": "two days"}]
    },
    "instruments": [{"code": "before", "version": "1.0", "phase": "pre"},
        {"code": "after", "version": "1.0", "phase": "post"}],
    "invitations": [{"instrument": "before", "version": "1.0", "phase": "pre", "invited": 24},
        {"instrument": "after", "version": "1.0", "phase": "post", "invited": 1,
         "accounts": [{"homePage": "https://id.example.eu/", "name": "a"}]}],
    "enrolments": [
        {"registration": "00000000-0000-4000-8000-000000090001", "partner": "torun", "profile": "P5", "cohort": "A",
         "enrolledOn": "2026-09-01", "account": {"homePage": "https://id.example.eu/", "name": "a"}},
        {"registration": "00000000-0000-4000-8000-000000090002", "enrolledOn": "2026-09-01",
         "withdrawnOn": "2026-10-01", "account": {"homePage": "https://id.example.eu/", "name": "b"}}
    ]
}'::jsonb || changes;

-- What a pilot lacks for a move, in words.
CREATE FUNCTION test.lacking(of_pilot bigint, move text) RETURNS text
    LANGUAGE sql
RETURN (
    SELECT string_agg(unmet ->> 'demand', ' ')
    FROM jsonb_array_elements(training.move_pilot(of_pilot, move::jsonb)) AS unmet
);

SET LOCAL ROLE tessera_service;
SELECT training.define_instrument(test.instrument('before', 'pre-test', 'riga'));
SELECT training.define_instrument(test.instrument('after', 'post-test', NULL));
SELECT set_config('tessera.actor', 'platform', true);
DO $$
DECLARE
    key bigint := training.define_pilot(test.plan());
    document jsonb := training.pilot_document(key);
BEGIN
    ASSERT document = test.plan(), document::text;
    ASSERT (SELECT count(*) = 1 AND bool_and(moved_by = 'platform' AND by_definition) FROM training.pilot_transition
        WHERE pilot_key = key);
    -- What is left out stays where it has an address of its own.
    PERFORM training.define_pilot(test.plan() - 'plan' - 'instruments' - 'invitations' - 'state');
    ASSERT training.pilot_document(key) = document;
    ASSERT (SELECT count(*) FROM training.pilot_transition WHERE pilot_key = key) = 1;
    -- An empty list empties; invitations go with their instruments.
    PERFORM training.define_pilot(test.plan('{"instruments": [{"code": "before", "version": "1.0", "phase": "pre"}],
        "invitations": null, "plan": {"costs": []}}'));
    ASSERT jsonb_array_length(training.pilot_invitations(key)) = 1;
    ASSERT training.pilot_plan(key) = '{"sessions": [], "trainers": [], "costs": []}';
    PERFORM training.define_pilot(test.plan());
    ASSERT training.pilot_document(key) = document;
END
$$;

RESET ROLE;
SELECT test.refused('tessera_service', format('SELECT training.define_pilot(%L)', definition), '22023', message)
FROM (
    VALUES
        (test.plan('{"profiles": [{"code": "P4"}]}'), '/profiles/0/code is listed twice, or is /profile already'),
        (test.plan('{"profiles": [{"code": "X"}]}'), '/profiles/0/code names no profile of the framework: X'),
        (test.plan('{"profiles": [{"code": "P6", "iri": "https://pilots.example.eu/pilots/riga-1"}]}'),
            '/profiles/0/iri is already the IRI of a pilot'),
        (test.plan('{"profiles": [], "enrolments": []}'), '/profiles must keep P5, which has enrolments'),
        (test.plan('{"curriculum": {"code": "nowhere", "version": "1"}}'),
            '/curriculum names no version of a curriculum here: nowhere 1'),
        (test.plan('{"curriculum": {"iri": "https://pilots.example.eu/pilots/lille-1", "version": "1"}}'),
            '/curriculum/iri is already the IRI of a pilot'),
        (test.plan('{"plan": []}'), '/plan must be an object'),
        (test.plan('{"plan": {"sessions": [{"hours": 7}]}}'), '/plan/sessions/0/heldOn is required'),
        (test.plan('{"plan": {"sessions": [{"heldOn": "2026-09-01", "hours": 25}]}}'),
            '/plan/sessions/0/hours must be a number from 0.01 to 24 with at most 2 decimals'),
        (test.plan('{"plan": {"trainers": [{"name": "Anna", "role": "r", "organisation": "o"}]}}'),
            '/plan/trainers/0/name is not a known field; known are role, organisation, hours'),
        (test.plan('{"plan": {"costs": [{"category": "rooms", "amount": 1.005, "currency": "EUR"}]}}'),
            '/plan/costs/0/amount must be a number from 0%'),
        (test.plan('{"plan": {"costs": [{"category": "rooms", "amount": 1, "currency": "euro"}]}}'),
            '/plan/costs/0/currency must be a currency%'),
        (test.plan('{"instruments": [{"code": "before", "version": "2", "phase": "pre"}]}'),
            '/instruments/0 names no version of an instrument here: before 2'),
        (test.plan('{"instruments": [{"code": "before", "version": "1.0", "phase": "later"}]}'),
            '/instruments/0/phase must be pre, during, post or followup'),
        (test.plan('{"instruments": [{"code": "before", "version": "1.0", "phase": "pre"},
            {"code": "before", "version": "1.0", "phase": "pre"}]}'), '/instruments/1 is listed twice for this phase'),
        (test.plan('{"invitations": [{"instrument": "before", "version": "1.0", "phase": "post", "invited": 1}]}'),
            '/invitations/0 must be for an instrument that the pilot uses in this phase'),
        (test.plan('{"invitations": [{"instrument": "before", "version": "1.0", "phase": "pre"}]}'),
            '/invitations/0 must tell how many are invited, or their accounts'),
        (test.plan('{"invitations": [{"instrument": "before", "version": "1.0", "phase": "pre", "invited": 2,
            "accounts": [{"homePage": "https://id.example.eu/", "name": "a"}]}]}'),
            '/invitations/0/invited must be left out, or be the number of accounts'),
        (test.plan('{"invitations": [{"instrument": "before", "version": "1.0", "phase": "pre",
            "accounts": [{"homePage": "https://id.example.eu/", "name": "a"},
                {"homePage": "https://id.example.eu/", "name": "a"}]}]}'),
            '/invitations/0/accounts must list each account once'),
        (test.plan('{"enrolments": [{"registration": "00000000-0000-4000-8000-000000090003", "profile": "P6",
            "account": {"homePage": "https://id.example.eu/", "name": "c"}}]}'),
            '/enrolments/0/profile must be one of the pilot''s profiles'),
        (test.plan('{"report": {"reference": "https://r.example"}}'), '/report/on is required')
) AS attempt (definition, message);

-- States ------------------------------------------------------------------------------------------------------------

SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    key bigint := training.define_pilot(test.plan());
    bare bigint := training.define_pilot(
        (test.plan('{"code": "torun-3", "iri": "https://pilots.example.eu/pilots/torun-3", "enrolments": [],
            "profiles": []}') - 'plan' - 'instruments' - 'invitations') - 'state'
    );
BEGIN
    -- All that is lacking is told at once.
    ASSERT test.lacking(bare, '{"state": "running"}') = 'enrolments instrument-pre';
    ASSERT test.lacking(bare, '{"state": "closed"}') = 'order last-day instrument-post';
    ASSERT test.lacking(bare, '{"state": "reported"}') = 'order report report-date';
    ASSERT test.lacking(bare, '{"state": "planned"}') = 'order';
    ASSERT (SELECT state FROM training.pilot WHERE pilot_key = bare) = 'planned';

    ASSERT test.lacking(key, '{"state": "running"}') = 'instrument-pre';
    ASSERT training.pilot_states(key) #>> '{next,unmet,0,detail}'
        = 'Version 1.0 of the instrument before is a draft; publish it first.';
    PERFORM training.publish_instrument(instrument_version_key, 'platform') FROM training.instrument_version;
    ASSERT test.lacking(key, '{"state": "running"}') IS NULL;
    ASSERT test.lacking(key, '{"state": "closed"}') = 'last-day';
    ASSERT test.lacking(key, '{"state": "closed", "reason": "The trainer fell ill."}') IS NULL;
    ASSERT test.lacking(key, '{"state": "reported"}') = 'report report-date';
    ASSERT test.lacking(key, '{"state": "reported", "report": {"reference": "x", "on": "2020-01-01"}}')
        = 'report-date';
    ASSERT test.lacking(key, '{"state": "reported", "report": {"reference": "https://r.example", "on": "2026-12-01"}}')
        IS NULL;
    ASSERT training.pilot_document(key) @> '{"state": "reported", "closingReason": "The trainer fell ill.",
        "report": {"reference": "https://r.example", "on": "2026-12-01"}}';
    ASSERT (
        SELECT string_agg(format('%s>%s', step ->> 'from', step ->> 'to'), ' ')
        FROM jsonb_array_elements(training.pilot_states(key) -> 'history') AS step
    ) = '>planned planned>running running>closed closed>reported', training.pilot_states(key)::text;
    ASSERT test.lacking(key, '{"state": "running"}') = 'order';
    -- A definition may tell another state, and that is noted.
    PERFORM training.define_pilot(test.plan('{"state": "closed"}'));
    ASSERT training.pilot_states(key) #> '{history,-1}'
        @> '{"from": "reported", "to": "closed", "by": "platform", "byDefinition": true}';
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', format('SELECT training.move_pilot(1, %L)', move), '22023', message
)
FROM (
    VALUES
        ('{}', '/state is required'), ('{"state": "over"}', '/state must be planned, running, closed or reported'),
        ('{"state": "running", "report": {}}', '/report is only for the state reported'),
        ('{"status": "running"}', '/status is not a known field; known are state, reason, report')
) AS attempt (move, message);

-- A draft of a curriculum of ours is not run.
DO $$
DECLARE
    key bigint;
BEGIN
    INSERT INTO lrs.activity (iri) VALUES ('https://pilots.example.eu/curricula/local/1');
    INSERT INTO training.curriculum (code, title) VALUES ('local', 'Local police');
    INSERT INTO training.curriculum_version (curriculum_key, version, iri, activity_key, document_key)
    SELECT curriculum_key, '1', iri, activity_key, document_key
    FROM training.curriculum, lrs.activity, framework.document
    WHERE curriculum.code = 'local' AND activity.iri = 'https://pilots.example.eu/curricula/local/1'
    LIMIT 1;
    key := training.define_pilot(test.plan('{"curriculum": {"code": "local", "version": "1"}, "state": "planned"}'));
    ASSERT training.pilot_document(key) -> 'curriculum' = '{"code": "local", "version": "1", "title": "Local police",
        "iri": "https://pilots.example.eu/curricula/local/1"}';
    ASSERT (SELECT type FROM lrs.activity WHERE iri = 'https://pilots.example.eu/curricula/local/1')
        = 'https://w3id.org/xapi/iust/activity-types/curriculum';
    ASSERT test.lacking(key, '{"state": "running"}') = 'curriculum';
    UPDATE training.curriculum_version SET state = 'published', published_at = now() WHERE iri LIKE '%/local/1';
    ASSERT test.lacking(key, '{"state": "running"}') IS NULL;
END
$$;

-- Partners ----------------------------------------------------------------------------------------------------------

SET LOCAL ROLE tessera_service;
SELECT set_config('tessera.partner', 'torun', true);
DO $$
DECLARE
    key bigint := (SELECT pilot_key FROM training.pilot WHERE code = 'torun-2');
BEGIN
    -- It sees the instrument of Riga because both use it, and all of their pilot.
    ASSERT (SELECT string_agg(code, ' ' ORDER BY code) FROM training.instrument) = 'after before';
    ASSERT training.pilot_document(key) #>> '{instruments,0,code}' = 'before';
    ASSERT (SELECT count(*) FROM training.pilot_session) = 2;
    PERFORM training.define_pilot(training.pilot_document(key));
    PERFORM training.define_instrument(test.instrument('torun-own', 'survey', 'torun'));
    ASSERT (SELECT count(*) FROM training.instrument_item WHERE iri LIKE '%torun-own%') = 1;
    ASSERT (SELECT count(*) FROM training.instrument) = 3;
END
$$;
RESET ROLE;
-- It defines its own only, and takes over nobody's.
SELECT test.refused('tessera_service', format('SELECT training.define_instrument(%L)', definition), state, message)
FROM (
    VALUES
        (test.instrument('torun-other', 'survey', NULL), '22023', '/partners must name torun, whose instruments%'),
        (test.instrument('torun-other', 'survey', 'riga'), '22023', '/partners must name torun, whose instruments%')
) AS attempt (definition, state, message);
SELECT set_config('tessera.partner', '', true);
UPDATE training.instrument_version SET state = 'draft', published_at = NULL, published_by = NULL;
SELECT set_config('tessera.partner', 'torun', true);
SELECT test.refused('tessera_service', format('SELECT training.define_instrument(%L)', definition), '42501')
FROM (
    VALUES (test.instrument('after', 'post-test', 'torun')), (test.instrument('before', 'pre-test', 'torun'))
) AS attempt (definition);
SELECT set_config('tessera.partner', 'lille', true);
SET LOCAL ROLE tessera_service;
DO $$
BEGIN
    ASSERT (SELECT string_agg(code, ' ' ORDER BY code) FROM training.instrument) = 'after';
    ASSERT (SELECT count(*) FROM training.instrument_version) = 1;
    ASSERT (SELECT count(*) FROM training.instrument_item) = 1;
    ASSERT (SELECT count(*) FROM training.pilot_session) = 0;
    ASSERT (SELECT count(*) FROM training.invitee) = 0;
    ASSERT (SELECT count(*) FROM training.pilot_transition) = 1;
END
$$;
