-- Pilots that are over, of many sizes and with more or less diligent people, for what is published of them. Who does
-- what follows from a digest, so that it looks like chance and is the same each time.
SELECT training.define_instrument('{
    "code": "reaction", "version": "1.0", "iri": "https://lms.example.eu/survey-1", "kind": "survey",
    "title": {"en": "How was it?"},
    "items": [
        {"iri": "https://lms.example.eu/survey-1/items/1", "text": {"en": "Useful"}, "interaction": "likert",
         "kirkpatrick": 1, "aspect": "satisfaction", "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/2", "text": {"en": "I shall use it"}, "interaction": "likert",
         "reversed": true, "kirkpatrick": 2, "aspect": "commitment",
         "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}, {"id": "5"}]},
        {"iri": "https://lms.example.eu/survey-1/items/3", "text": {"en": "Short"}, "interaction": "likert",
         "kirkpatrick": 1, "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}]}
    ]
}');
SELECT test.define_test('before', 'pre-test', 'https://lms.example.eu/before');
SELECT test.define_test('after', 'post-test', 'https://lms.example.eu/after');

CREATE FUNCTION test.chance(of_what text) RETURNS double precision
    LANGUAGE sql IMMUTABLE
RETURN (('x' || left(md5(of_what), 8))::bit(32)::bigint::double precision) / 4294967296;

-- diligence: the share of people who take each step. specialists: those of another profile, the last of the list, who
-- alone are asked in the survey where that is so.
CREATE TABLE test.open_pilot (
    code text, partner text, people integer, diligence float8, specialists integer, survey_of_them boolean
);
INSERT INTO test.open_pilot
VALUES
    ('open-4', 'riga', 4, 0.9, 0, false),
    ('open-9', 'lille', 9, 1, 0, false),
    ('open-10', 'riga', 10, 1, 0, false),
    ('open-12', 'lille', 12, 0.95, 3, false),
    ('open-18', 'riga', 18, 0.8, 0, false),
    ('open-19', 'lille', 19, 0.95, 4, false),
    ('open-20', 'riga', 20, 0.97, 0, false),
    ('open-24', 'lille', 24, 0.9, 12, true),
    ('open-25', 'riga', 25, 0.6, 11, false),
    ('open-29', 'lille', 29, 0.93, 10, true),
    ('open-30', 'riga', 30, 0.5, 9, false),
    ('open-33', 'lille', 33, 0.97, 1, false),
    ('open-41', 'riga', 41, 0.9, 12, true),
    ('open-60', 'lille', 60, 0.95, 20, true),
    ('open-75', 'riga', 75, 1, 35, false),
    ('open-100', 'lille', 100, 0.98, 45, true);

SELECT training.define_pilot(jsonb_build_object(
    'code', pilot.code, 'iri', 'https://pilots.example.eu/pilots/' || pilot.code, 'title', 'Pilot ' || pilot.code,
    'framework', '{"code": "IUS", "version": "0.1"}'::jsonb,
    'profile', '{"code": "P4", "iri": "https://pilots.example.eu/profiles/P4"}'::jsonb,
    'profiles', '[{"code": "P2", "iri": "https://pilots.example.eu/profiles/P2"}]'::jsonb,
    'curriculum', '{"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"}'::jsonb,
    'partners', jsonb_build_array(jsonb_build_object('code', pilot.partner)),
    'startsOn', '2026-03-02', 'endsOn', '2026-03-27', 'plannedHours', 24, 'state', 'closed',
    'instruments', '[
        {"code": "before", "version": "1.0", "phase": "pre"}, {"code": "after", "version": "1.0", "phase": "post"},
        {"code": "reaction", "version": "1.0", "phase": "post"}
    ]'::jsonb,
    'enrolments', (
        SELECT jsonb_agg(jsonb_build_object(
            'registration', overlay(overlay(md5(pilot.code || person) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid,
            'account', jsonb_build_object('homePage', 'https://id.example.eu/' || pilot.code, 'name', 'p-' || person),
            'partner', pilot.partner,
            'profile', CASE WHEN person > pilot.people - pilot.specialists THEN 'P2' ELSE 'P4' END
        ))
        FROM generate_series(1, pilot.people) AS person
    )
))
FROM test.open_pilot AS pilot;

CREATE TABLE test.open_person AS
SELECT
    pilot.code, 'p-' || person AS person, pilot.diligence,
    NOT pilot.survey_of_them OR person > pilot.people - pilot.specialists AS surveyed,
    ARRAY(
        SELECT test.chance(pilot.code || person || step) FROM generate_series(1, 12) AS step
    ) AS luck
FROM test.open_pilot AS pilot
CROSS JOIN LATERAL generate_series(1, pilot.people) AS person;

CREATE SEQUENCE test.open_statement START 100000;
SELECT
    test.post(nextval('test.open_statement')::integer, code, person, deed.verb, object => deed.object,
        competence => deed.competence, phase => deed.phase, scaled => deed.scaled, level => deed.level,
        completion => deed.completion, duration => deed.duration, instrument => deed.instrument, item => deed.item,
        response => deed.response, nonresponse => deed.nonresponse, months => deed.months)
FROM test.open_person
CROSS JOIN LATERAL (
    SELECT
        'attended' AS verb, 'https://lms.example.eu/day-1' AS object, NULL AS competence, NULL AS phase,
        NULL::numeric AS scaled, NULL::integer AS level, NULL::boolean AS completion,
        make_interval(hours => (6 + 14 * luck[1])::integer) AS duration, NULL AS instrument, NULL AS item,
        NULL AS response, NULL AS nonresponse, NULL::integer AS months
    WHERE luck[1] < diligence
    UNION ALL
    SELECT CASE WHEN luck[3] < 0.5 THEN 'passed' ELSE 'failed' END, 'https://lms.example.eu/before', 'A1', 'pre',
        round(luck[3]::numeric / 2, 3), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    WHERE luck[2] < diligence
    UNION ALL
    SELECT CASE WHEN luck[5] < 0.9 THEN 'passed' ELSE 'failed' END, 'https://lms.example.eu/after', 'A1', 'post',
        round(luck[3]::numeric / 2 + luck[4]::numeric / 3, 3),
        CASE WHEN luck[5] < 0.9 THEN 1 + (luck[6] * 3)::integer END, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    WHERE luck[4] < diligence
    UNION ALL
    SELECT 'completed', 'https://pilots.example.eu/curricula/c/1.0', NULL, NULL, NULL, NULL, true, NULL, NULL, NULL,
        NULL, NULL, NULL
    WHERE luck[4] < diligence AND luck[7] < diligence
    UNION ALL
    SELECT 'answered', NULL, NULL, 'post', NULL, NULL, NULL, NULL, 'https://lms.example.eu/survey-1',
        'https://lms.example.eu/survey-1/items/' || item,
        -- The third item is answered alike by all.
        CASE
            WHEN item = 3 THEN '2'
            WHEN luck[7 + item] < 0.95 THEN (1 + floor(luck[7 + item] * (3 + item)))::text
        END,
        CASE WHEN item < 3 AND luck[7 + item] >= 0.95 THEN 'omitted' END, NULL
    FROM generate_series(1, 3) AS item
    WHERE surveyed AND luck[10] < diligence
    UNION ALL
    SELECT 'applied', 'https://lms.example.eu/at-work', 'A1', 'followup', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, 3
    WHERE luck[11] < 0.8 * diligence
) AS deed;
-- Awards of half of those who passed, with credentials.
SELECT test.award(right(statement.statement_id::text, 12)::integer, 'A1', 2, credential => true)
FROM lrs.statement
JOIN lrs.verb USING (verb_key)
JOIN training.pilot ON pilot.activity_key = statement.pilot_key
WHERE pilot.code LIKE 'open-%' AND verb.iri LIKE '%/passed' AND statement.phase = 'post'
    AND test.chance(statement.statement_id::text) < 0.5;
