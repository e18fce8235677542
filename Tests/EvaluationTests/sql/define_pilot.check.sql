-- training.define_pilot: what it refuses and how it says so; that it changes nothing the second time.
GRANT USAGE ON SCHEMA test TO tessera_service;

CREATE FUNCTION test.definition(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN '{
    "code": "torun-2", "iri": "https://pilots.example.eu/pilots/torun-2", "title": "Toruń, second run",
    "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
    "curriculum": {"iri": "https://pilots.example.eu/curricula/c/2.0", "version": "2.0", "title": "Local police"},
    "partners": [{"code": "torun"}, {"code": "nice", "name": "Ville de Nice", "country": "FR"}],
    "startsOn": "2026-09-01", "endsOn": "2026-10-30", "plannedHours": 24.5,
    "phases": {"pre": {"startsOn": "2026-08-24", "endsOn": "2026-08-31"}},
    "enrolments": [
        {"registration": "00000000-0000-4000-8000-000000090001", "partner": "torun",
         "account": {"homePage": "https://id.example.eu/", "name": "a"}},
        {"registration": "00000000-0000-4000-8000-000000090002", "partner": "nice", "withdrawnOn": "2026-10-01",
         "account": {"homePage": "https://id.example.eu/", "name": "b"}}
    ]
}'::jsonb || changes;

SET LOCAL ROLE tessera_service;
DO $$
BEGIN
    PERFORM training.define_pilot(test.definition());
    ASSERT (
        SELECT row(state, planned_hours, starts_on)::text FROM training.pilot WHERE code = 'torun-2'
    ) = '(planned,24.50,2026-09-01)';
    ASSERT (
        SELECT count(*) = 2 AND bool_and(enrolled_on = '2026-09-01') FROM training.enrolment
        JOIN training.pilot USING (pilot_key) WHERE code = 'torun-2'
    );
    ASSERT (
        SELECT string_agg(type, ' ' ORDER BY iri) FROM lrs.activity
        WHERE iri IN ('https://pilots.example.eu/pilots/torun-2', 'https://pilots.example.eu/curricula/c/2.0')
    ) = 'https://w3id.org/xapi/iust/activity-types/curriculum https://w3id.org/xapi/iust/activity-types/pilot';
END
$$;
RESET ROLE;

CREATE TABLE test.kept AS
    SELECT 'pilot' AS source, pilot::text AS line, ctid AS version FROM training.pilot
    UNION ALL SELECT 'phase', pilot_phase::text, ctid FROM training.pilot_phase
    UNION ALL SELECT 'partner', partner::text, ctid FROM training.partner
    UNION ALL SELECT 'pilot_partner', pilot_partner::text, ctid FROM training.pilot_partner
    UNION ALL SELECT 'enrolment', enrolment::text, ctid FROM training.enrolment
    UNION ALL SELECT 'activity', activity::text, ctid FROM lrs.activity
    UNION ALL SELECT 'agent', agent::text, ctid FROM lrs.agent;

SELECT training.define_pilot(test.definition());
SELECT test.refused(
    'tessera_service', format('SELECT training.define_pilot(%L)', definition), '22023', message
)
FROM (
    VALUES
        ('[]', 'the definition must be an object'),
        (test.definition('{"names": []}'), '/names is not a known field; known are code, %'),
        (test.definition('{"code": "Toruń 2"}'), '/code must be lower-case letters%'),
        (test.definition('{"code": null}'), '/code is required'),
        (test.definition('{"iri": "torun"}'), '/iri must be an absolute IRI'),
        (test.definition('{"iri": "https://pilots.example.eu/other"}'), '/iri cannot change; pilot torun-2 has %'),
        (test.definition('{"code": "torun-3"}'), '/iri is the IRI of another pilot'),
        (test.definition('{"title": 7}'), '/title must be a string'),
        (test.definition('{"framework": null}'), '/framework is required'),
        (test.definition('{"framework": {"code": "IUS", "version": "9"}}'), '/framework names no framework%'),
        (test.definition('{"profile": {"code": "A1"}}'), '/profile/code names no profile of framework IUS 0.1: A1'),
        (test.definition('{"curriculum": {"iri": "https://c.example"}}'), '/curriculum/version is required'),
        (test.definition('{"partners": []}'), '/partners must name at least one partner'),
        (test.definition('{"partners": [{"code": "new"}]}'), '/partners/0/name is required for a partner not known%'),
        (test.definition('{"partners": [{"code": "torun"}, {"code": "torun"}]}'), '/partners/1/code is listed twice'),
        (test.definition('{"partners": [{"code": "torun"}], "enrolments": []}'),
            '/partners must keep nice, which has enrolments'),
        (test.definition('{"startsOn": "2026-02-30"}'), '/startsOn must be a day of the calendar'),
        (test.definition('{"startsOn": "soon"}'), '/startsOn must be a day as YYYY-MM-DD'),
        (test.definition('{"endsOn": "2020-01-01"}'), '/endsOn must not be before startsOn'),
        (test.definition('{"phases": {"after": {}}}'), '/phases/after is not a known field%'),
        (test.definition('{"phases": {"pre": {"startsOn": "2026-01-02", "endsOn": "2026-01-01"}}}'),
            '/phases/pre/endsOn must not be before startsOn'),
        (test.definition('{"plannedHours": -1}'), '/plannedHours must be a number of hours%'),
        (test.definition('{"state": "over"}'), '/state must be planned, running, closed or reported'),
        (test.definition('{"enrolments": [{"registration": "1"}]}'), '/enrolments/0/registration must be a UUID%'),
        (test.definition('{"enrolments": [{"registration": "00000000-0000-4000-8000-000000090003",
            "account": {"homePage": "https://id.example.eu/", "name": "c"}, "name": "Jane"}]}'),
            '/enrolments/0/name is not a known field%'),
        (test.definition('{"enrolments": [{"registration": "00000000-0000-4000-8000-000000090003",
            "account": {"homePage": "https://id.example.eu/", "name": "c"}, "partner": "riga"}]}'),
            '/enrolments/0/partner must be one of the pilot''s partners'),
        (test.definition('{"enrolments": [{"registration": "00000000-0000-4000-8000-000000090003",
            "account": {"homePage": "https://id.example.eu/", "name": "a"}}]}'),
            '/enrolments/0/registration differs from the one that this account has had in this pilot'),
        (test.definition('{"enrolments": [{"registration": "00000000-0000-4000-8000-000000090001",
            "account": {"homePage": "https://id.example.eu/", "name": "z"}}]}'),
            '/enrolments/0/account differs from the account that this registration has had'),
        (test.definition('{"enrolments": [{"registration": "00000000-0000-4000-8000-000000010001",
            "account": {"homePage": "https://id.example.eu/", "name": "z"}}]}'),
            '/enrolments/0/registration is one of another pilot')
) AS attempt (definition, message);

-- Not one row was written again.
DO $$
BEGIN
    ASSERT NOT EXISTS (
        (
            SELECT 'pilot' AS source, pilot::text AS line, ctid AS version FROM training.pilot
            UNION ALL SELECT 'phase', pilot_phase::text, ctid FROM training.pilot_phase
            UNION ALL SELECT 'partner', partner::text, ctid FROM training.partner
            UNION ALL SELECT 'pilot_partner', pilot_partner::text, ctid FROM training.pilot_partner
            UNION ALL SELECT 'enrolment', enrolment::text, ctid FROM training.enrolment
            UNION ALL SELECT 'activity', activity::text, ctid FROM lrs.activity
            UNION ALL SELECT 'agent', agent::text, ctid FROM lrs.agent
        )
        EXCEPT TABLE test.kept
    );
    -- A smaller document takes away phases and keeps the people; the state stays when it is not named.
    PERFORM training.define_pilot(test.definition('{"state": "running"}'));
    PERFORM training.define_pilot(test.definition('{"phases": {}, "enrolments": [], "plannedHours": null}'));
    ASSERT (
        SELECT state = 'running' AND planned_hours IS NULL FROM training.pilot WHERE code = 'torun-2'
    );
    ASSERT (SELECT count(*) FROM training.enrolment JOIN training.pilot USING (pilot_key) WHERE code = 'torun-2') = 2;
    ASSERT (SELECT count(*) FROM training.pilot_phase JOIN training.pilot USING (pilot_key) WHERE code = 'torun-2') = 0;
END
$$;
