-- Statements of 40 pilots, as deploy/bench-evaluation measures the views over: for each of :people people in each pilot
-- what a training leaves behind: registration, tests and self-assessments before and after it, sessions, surveys, what
-- was applied at work. About 250 statements a person; one of twelve leaves half-way. The rows are those that ingest would
-- write, with a payload of usual length; whoever sits a test answers all of it in a row, and all pilots run side by side.

SELECT training.define_instrument(jsonb_build_object(
    'code', instrument.code, 'version', '1.0', 'iri', 'https://bench.example.eu/' || instrument.code,
    'kind', instrument.kind, 'title', jsonb_build_object('en', instrument.code),
    'framework', jsonb_build_object('code', 'IUS', 'version', '0.1'),
    'items', (
        SELECT jsonb_agg(
            jsonb_build_object(
                'iri', format('https://bench.example.eu/%s/items/%s', instrument.code, item),
                'text', jsonb_build_object('en', 'Question ' || item)
            ) || CASE instrument.kind
                WHEN 'survey' THEN jsonb_build_object(
                    'interaction', 'likert', 'reversed', item % 5 = 0,
                    'scale', (SELECT jsonb_agg(jsonb_build_object('id', place::text)) FROM generate_series(1, 5) AS place)
                )
                ELSE '{"interaction": "choice", "choices": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}],
                    "correctResponses": ["a"], "competence": "A1"}'::jsonb
            END
        )
        FROM generate_series(1, instrument.items) AS item
    )
))
FROM (VALUES ('test', 'pre-test', 40), ('survey', 'survey', 20)) AS instrument (code, kind, items);

SELECT count(training.define_pilot(jsonb_build_object(
    'code', 'bench-' || pilot, 'iri', 'https://bench.example.eu/pilots/' || pilot, 'title', 'Pilot ' || pilot,
    'framework', jsonb_build_object('code', 'IUS', 'version', '0.1'),
    'profile', jsonb_build_object('code', 'P' || 1 + pilot % 8),
    'curriculum', jsonb_build_object('iri', 'https://bench.example.eu/curricula/' || pilot % 4, 'version', '1.0'),
    'partners', jsonb_build_array(jsonb_build_object('code', 'city-' || pilot % 10, 'name', 'City ' || pilot % 10)),
    'startsOn', '2026-03-02', 'endsOn', '2026-03-27', 'plannedHours', 24, 'state', 'closed',
    'enrolments', (
        SELECT jsonb_agg(jsonb_build_object(
            'registration', format('00000000-0000-4000-8%s-%s', lpad(pilot::text, 3, '0'), lpad(person::text, 12, '0')),
            'account', jsonb_build_object('homePage', 'https://bench.example.eu', 'name', format('%s-%s', pilot, person)),
            'partner', 'city-' || pilot % 10
        ))
        FROM generate_series(1, :people) AS person
    )
)))
FROM generate_series(1, 40) AS pilot;

CREATE TEMPORARY TABLE deed AS
WITH competence AS (
    SELECT 'https://bench.example.eu/ims/case/v1p1/CFItems/' || item.identifier AS iri,
        row_number() OVER (ORDER BY item.code)::integer AS number
    FROM framework.item
    JOIN framework.document USING (document_key)
    WHERE document.code = 'IUS' AND item.kind = 'competence'
),
-- Block by block, in the order of the training; an answer's right one is a.
step (block, phase, verb, object, instrument, item, competence, duration) AS (
    SELECT 0, NULL, 'http://adlnet.gov/expapi/verbs/registered', NULL, NULL, NULL, NULL, NULL::interval
    UNION ALL
    SELECT phase.block, phase.name, 'http://adlnet.gov/expapi/verbs/answered',
        'https://bench.example.eu/test/items/' || item, 'https://bench.example.eu/test',
        'https://bench.example.eu/test/items/' || item, NULL, NULL
    FROM (VALUES (1, 'pre'), (20, 'post')) AS phase (block, name), generate_series(1, 40) AS item
    UNION ALL
    SELECT phase.block + 1, phase.name, 'test', 'https://bench.example.eu/test', 'https://bench.example.eu/test', NULL,
        competence.iri, NULL
    FROM (VALUES (1, 'pre'), (20, 'post')) AS phase (block, name), competence WHERE competence.number <= 10
    UNION ALL
    SELECT phase.block + 2, phase.name, 'https://w3id.org/xapi/iust/verbs/self-assessed', competence.iri, NULL, NULL,
        competence.iri, NULL
    FROM (VALUES (1, 'pre'), (20, 'post'), (30, 'followup')) AS phase (block, name), competence
    WHERE competence.number <= 10
    UNION ALL
    SELECT 4 + session, 'during', 'http://adlnet.gov/expapi/verbs/attended',
        'https://bench.example.eu/sessions/' || session, NULL, NULL, NULL, interval '3 hours'
    FROM generate_series(1, 8) AS session
    UNION ALL
    SELECT 4 + module / 5, 'during', 'http://adlnet.gov/expapi/verbs/experienced',
        'https://bench.example.eu/modules/' || module, NULL, NULL, NULL, interval '11 minutes'
    FROM generate_series(1, 40) AS module
    UNION ALL
    SELECT phase.block, phase.name, 'http://adlnet.gov/expapi/verbs/answered',
        'https://bench.example.eu/survey/items/' || item, 'https://bench.example.eu/survey',
        'https://bench.example.eu/survey/items/' || item, NULL, NULL
    FROM (VALUES (14, 'during'), (25, 'post'), (33, 'followup')) AS phase (block, name), generate_series(1, 20) AS item
    UNION ALL
    SELECT 26, 'post', 'http://adlnet.gov/expapi/verbs/completed', NULL, NULL, NULL, NULL, NULL
    UNION ALL
    SELECT 27, NULL, 'https://w3id.org/xapi/tla/verbs/achieved', competence.iri, NULL, NULL, competence.iri, NULL
    FROM competence WHERE competence.number <= 8
    UNION ALL
    SELECT 34, 'followup', 'https://w3id.org/xapi/iust/verbs/applied', competence.iri, NULL, NULL, competence.iri, NULL
    FROM competence WHERE competence.number <= 6
)
SELECT
    row_number() OVER (ORDER BY step.block, pilot, person, step.object) AS n, pilot, person, step.phase, step.object,
    step.instrument, step.item, step.competence, step.duration,
    -- How able a person is, and what chance adds.
    ('x' || substr(md5(format('%s %s', pilot, person)), 1, 4))::bit(16)::integer / 131072.0
        + CASE step.phase WHEN 'pre' THEN 0.1 ELSE 0.35 END AS ability,
    ('x' || substr(md5(format('%s %s %s %s', pilot, person, step.block, step.object)), 1, 6))::bit(24)::integer / 16777216.0
        AS chance,
    step.verb
FROM generate_series(1, 40) AS pilot, generate_series(1, :people) AS person, step
WHERE person % 12 <> 0 OR step.block < 10;

UPDATE deed SET verb = 'http://adlnet.gov/expapi/verbs/' || CASE WHEN chance < ability THEN 'passed' ELSE 'failed' END
WHERE verb = 'test';

INSERT INTO lrs.verb (iri) SELECT DISTINCT verb FROM deed ON CONFLICT DO NOTHING;
INSERT INTO lrs.activity (iri)
SELECT object FROM deed WHERE object IS NOT NULL UNION SELECT competence FROM deed WHERE competence IS NOT NULL
ON CONFLICT DO NOTHING;
INSERT INTO lrs.profile_template (iri, profile_version, name)
VALUES ('https://bench.example.eu/templates/1', 'https://bench.example.eu/profile', 'a statement of the benchmark');
INSERT INTO lrs.profile_rule (template_key, number, location, requirement)
SELECT template_key, 1, '$.result', 'recommended' FROM lrs.profile_template
WHERE iri = 'https://bench.example.eu/templates/1';
ANALYZE deed;

INSERT INTO lrs.statement (
    statement_key, statement_id, stored, "timestamp", fingerprint, payload, id_sent, timestamp_sent, version_sent,
    version, verb_key, authority_key, object_kind, actor_key, object_activity_key, registration, score_scaled, success,
    response, duration, pilot_key, curriculum_key, instrument_key, item_key, competence_key, phase, level, level_method,
    nonresponse, months_after
)
SELECT
    lrs.first_key_at(moment.stored) + deed.n % 1000, md5('statement ' || deed.n)::uuid, moment.stored, moment.stored,
    md5(deed.n::text)::uuid, json_build_object('of', repeat(md5(deed.n::text), 22)), true, true, true, '2.0.0',
    verb.verb_key, 0, 'activity', enrolment.agent_key, COALESCE(object.activity_key, pilot.activity_key),
    enrolment.registration,
    CASE WHEN verb.iri ~ '/(passed|failed)$' THEN round(LEAST(deed.ability + deed.chance / 10, 1), 2) END,
    CASE WHEN deed.item LIKE '%/test/%' AND deed.chance < 0.98 THEN deed.chance < deed.ability END,
    CASE
        WHEN deed.chance >= 0.98 THEN NULL
        WHEN deed.item LIKE '%/test/%' THEN
            CASE WHEN deed.chance < deed.ability THEN 'a' ELSE chr(98 + (deed.n % 3)::integer) END
        WHEN deed.item IS NOT NULL THEN (1 + floor(deed.chance * 5))::text
    END,
    deed.duration, pilot.activity_key, pilot.curriculum_activity_key, instrument.activity_key, item.activity_key,
    competence.activity_key, deed.phase::lrs.phase,
    CASE
        WHEN verb.iri ~ '/(self-assessed|achieved)$' THEN LEAST(floor((deed.ability + deed.chance / 2) * 4), 4)
        WHEN verb.iri ~ '/passed$' THEN 2
    END,
    CASE WHEN verb.iri ~ '/self-assessed$' THEN 'self' WHEN verb.iri ~ '/achieved$' THEN 'observation' END
        ::lrs.level_method,
    CASE WHEN deed.item IS NOT NULL AND deed.chance >= 0.98 THEN 'omitted' END::lrs.nonresponse,
    CASE WHEN deed.phase = 'followup' THEN 3 END
FROM deed
CROSS JOIN LATERAL (
    SELECT timestamptz '2026-03-02 08:00:00+00' + deed.n / 1000 * interval '1 second' AS stored
) AS moment
JOIN lrs.verb ON verb.iri = deed.verb
JOIN training.pilot ON pilot.code = 'bench-' || deed.pilot
JOIN training.enrolment
    ON enrolment.registration = format(
        '00000000-0000-4000-8%s-%s', lpad(deed.pilot::text, 3, '0'), lpad(deed.person::text, 12, '0')
    )::uuid
LEFT JOIN lrs.activity AS object ON object.iri = deed.object
LEFT JOIN lrs.activity AS instrument ON instrument.iri = deed.instrument
LEFT JOIN lrs.activity AS item ON item.iri = deed.item
LEFT JOIN lrs.activity AS competence ON competence.iri = deed.competence
ORDER BY deed.n;

INSERT INTO lrs.profile_conformance (statement_key, pilot_key, template_key, conforms, broken_rules)
SELECT
    statement.statement_key, statement.pilot_key, template.template_key, statement.duration IS NULL,
    CASE WHEN statement.duration IS NOT NULL THEN '{1}'::smallint[] END
FROM lrs.statement, lrs.profile_template AS template
WHERE template.iri = 'https://bench.example.eu/templates/1';

INSERT INTO lrs.outbox (statement_key) SELECT statement_key FROM lrs.statement WHERE competence_key IS NOT NULL;

-- Each pilot uses both instruments, in the phases in which it was answered.
INSERT INTO training.pilot_instrument (pilot_key, phase, instrument_version_key, position)
SELECT pilot.pilot_key, asked.phase::lrs.phase, version.instrument_version_key, asked.position
FROM training.pilot, training.instrument_version AS version, (
    VALUES
        (1, 'test', 'pre'), (1, 'survey', 'during'), (1, 'test', 'post'), (2, 'survey', 'post'), (1, 'survey', 'followup')
) AS asked (position, code, phase)
WHERE pilot.code LIKE 'bench-%' AND version.iri = 'https://bench.example.eu/' || asked.code;

INSERT INTO ops.evaluator (role_name, all_partners) VALUES ('bench_evaluator', true);
