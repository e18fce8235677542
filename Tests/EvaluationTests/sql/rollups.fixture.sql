-- What the test of the rollups does to a database, after fixture.sql: test.act does something at random that they must
-- follow, in one transaction, as ingest, imports, definitions and lists do it.

-- Nobody is too few to be told of: what is compared is to be seen.
INSERT INTO ops.setting (name, value)
VALUES ('disclosure.internal_threshold', '1'), ('disclosure.publication_threshold', '1');

CREATE FUNCTION test.pick(VARIADIC choices text[]) RETURNS text
    LANGUAGE sql VOLATILE
AS $$ SELECT choices[1 + floor(random() * cardinality(choices))::integer] $$;

-- A draft that changes: how long its scale is, and which way round.
CREATE FUNCTION test.define_scale() RETURNS void
    LANGUAGE sql
AS $$
    SELECT training.define_instrument(jsonb_build_object(
        'code', 'scale', 'version', '1.0', 'iri', 'https://rollup.example.eu/scale', 'kind', 'survey',
        'title', '{"en": "Scale"}'::jsonb,
        'items', (
            SELECT jsonb_agg(jsonb_build_object(
                'iri', 'https://rollup.example.eu/scale/items/' || item, 'text', '{"en": "Item"}'::jsonb,
                'interaction', 'likert', 'reversed', random() < 0.5,
                'scale', (
                    SELECT jsonb_agg(jsonb_build_object('id', place::text))
                    FROM generate_series(1, 3 + floor(random() * 3)::integer) AS place
                )
            ))
            FROM generate_series(1, 3) AS item
        )
    ))
$$;

SELECT test.define_test('quiz', 'post-test', 'https://rollup.example.eu/quiz');
SELECT test.define_scale();

-- The templates of a profile that is none.
INSERT INTO lrs.profile_template (iri, profile_version, name)
VALUES ('https://rollup.example.eu/profile', 'https://rollup.example.eu/profile', 'Profile'),
    ('https://rollup.example.eu/profile/t', 'https://rollup.example.eu/profile', 'Template');
INSERT INTO lrs.profile_rule (template_key, number, location, requirement)
SELECT template_key, number, '$.result', 'included'
FROM lrs.profile_template, generate_series(1, 2) AS number
WHERE iri LIKE 'https://rollup.example.eu/profile%';

INSERT INTO lrs.agent (kind, identifier, home_page)
SELECT 'account', 'r-' || n, 'https://id.example.eu/riga-1' FROM generate_series(1, 4) AS n;
INSERT INTO lrs.verb (iri)
SELECT unnest(ARRAY[
    'http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered',
    'http://adlnet.gov/expapi/verbs/answered', 'http://adlnet.gov/expapi/verbs/passed',
    'http://adlnet.gov/expapi/verbs/failed', 'http://adlnet.gov/expapi/verbs/attended',
    'http://adlnet.gov/expapi/verbs/completed', 'http://adlnet.gov/expapi/verbs/experienced',
    'https://w3id.org/xapi/iust/verbs/self-assessed', 'https://w3id.org/xapi/iust/verbs/applied',
    'https://w3id.org/xapi/tla/verbs/achieved'
])
ON CONFLICT DO NOTHING;

-- Stores a statement at random. One that is late keeps a time of storing of a year ago, as imports do; one without a
-- pilot may be tied to one later.
CREATE FUNCTION test.store_any(is_late boolean) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    moment timestamptz := clock_timestamp() - CASE WHEN is_late THEN interval '1 year' ELSE interval '0' END;
    new_key bigint := lrs.first_key_at(moment) + (nextval('lrs.statement_sequence') & 1048575);
    verb_iri text := test.pick(
        'http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered',
        'http://adlnet.gov/expapi/verbs/answered', 'http://adlnet.gov/expapi/verbs/answered',
        'http://adlnet.gov/expapi/verbs/answered', 'http://adlnet.gov/expapi/verbs/answered',
        'http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed',
        'http://adlnet.gov/expapi/verbs/attended', 'http://adlnet.gov/expapi/verbs/completed',
        'http://adlnet.gov/expapi/verbs/experienced', 'https://w3id.org/xapi/iust/verbs/self-assessed',
        'https://w3id.org/xapi/iust/verbs/applied', 'https://w3id.org/xapi/tla/verbs/achieved'
    );
    named text := test.pick('riga-1', 'riga-1', 'lille-1', 'mechelen-1', NULL);
    instrument_iri text := CASE
        WHEN verb_iri ~ '/(answered|passed|failed)$' THEN
            'https://rollup.example.eu/' || test.pick('quiz', 'quiz', 'scale', 'scale', 'unknown')
    END;
    item_iri text := CASE WHEN verb_iri ~ '/answered$' THEN instrument_iri || '/items/' || test.pick('1', '2', '3') END;
    competence text := CASE
        WHEN verb_iri !~ '/(registered|unregistered|answered|attended|completed|experienced)$' THEN
            test.item_iri(test.pick('A1', 'A1', 'B1', 'A1.2', 'B1.3'))
    END;
    told_phase lrs.phase := test.pick('pre', 'post', 'post', 'during', 'followup', NULL)::lrs.phase;
    template integer := (SELECT min(template_key) + floor(random() * 2)::integer FROM lrs.profile_template
        WHERE profile_version = 'https://rollup.example.eu/profile');
BEGIN
    PERFORM lrs.announce_storing(false);
    INSERT INTO lrs.statement (
        statement_key, statement_id, stored, "timestamp", fingerprint, payload, id_sent, timestamp_sent, version_sent,
        version, verb_key, authority_key, object_kind, actor_key, object_activity_key, registration, score_scaled,
        success, completion, response, duration, pilot_key, instrument_key, item_key, competence_key, phase, level,
        level_method, nonresponse, months_after, quality_notes
    )
    SELECT
        new_key, gen_random_uuid(), moment,
        -- Few moments, so that some are the same.
        timestamptz '2026-03-02 08:00:00+00' + floor(random() * 5) * interval '1 day', gen_random_uuid(), '{}', true,
        true, true, '2.0.0', verb.verb_key, 0, 'activity',
        (
            SELECT agent.agent_key FROM lrs.agent
            WHERE random() > 0.03
                AND (agent.home_page = 'https://id.example.eu/' || COALESCE(named, 'riga-1'))
            ORDER BY random() LIMIT 1
        ),
        CASE
            WHEN verb_iri ~ 'registered$' OR verb_iri ~ '/completed$' AND random() < 0.5
                THEN test.activity('https://pilots.example.eu/pilots/' || COALESCE(named, 'riga-1'))
            ELSE COALESCE(
                test.activity(item_iri), test.activity(instrument_iri), test.activity(competence),
                test.activity('https://rollup.example.eu/modules/' || test.pick('1', '2', '3'))
            )
        END,
        (SELECT registration FROM training.enrolment WHERE random() < 0.8 ORDER BY random() LIMIT 1),
        CASE WHEN random() < 0.7 THEN round(random()::numeric, 2) END, random() < 0.6,
        (ARRAY[true, false, NULL])[1 + floor(random() * 3)::integer],
        test.pick('a', 'b', '1', '2', '3', '4', NULL), floor(random() * 40) * interval '1 hour',
        test.activity('https://pilots.example.eu/pilots/' || named), test.activity(instrument_iri),
        test.activity(item_iri), test.activity(competence), told_phase,
        CASE WHEN random() < 0.8 THEN floor(random() * 5) END, test.pick('self', 'test', NULL)::lrs.level_method,
        CASE WHEN random() < 0.1 THEN test.pick('omitted', 'declined', 'not-reached')::lrs.nonresponse END,
        CASE WHEN told_phase = 'followup' AND random() < 0.8 THEN 3 END,
        CASE WHEN random() < 0.1 THEN ARRAY['/result: ' || test.pick('x', 'y')] END
    FROM lrs.verb WHERE verb.iri = verb_iri;
    IF random() < 0.7 THEN
        INSERT INTO lrs.profile_conformance (statement_key, pilot_key, template_key, conforms, broken_rules)
        SELECT new_key, statement.pilot_key, template, statement.success IS TRUE,
            CASE WHEN statement.success IS NOT TRUE THEN '{1,2}'::smallint[] END
        FROM lrs.statement WHERE statement.statement_key = new_key;
    END IF;
    IF is_late OR competence IS NOT NULL THEN
        INSERT INTO lrs.outbox (statement_key) VALUES (new_key);
    END IF;
END
$$;

CREATE FUNCTION test.act() RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    dice double precision := random();
BEGIN
    IF dice < 0.75 THEN
        PERFORM test.store_any(false) FROM generate_series(1, 1 + floor(random() * 4)::integer);
    ELSIF dice < 0.83 THEN
        PERFORM test.store_any(true);
    ELSIF dice < 0.91 THEN
        WITH voided AS (
            UPDATE lrs.statement SET voided = true
            WHERE statement_key = (SELECT statement_key FROM lrs.statement ORDER BY random() LIMIT 1) AND NOT voided
            RETURNING statement_key
        )
        INSERT INTO lrs.outbox (statement_key) SELECT statement_key FROM voided;
    ELSIF dice < 0.94 THEN
        -- As when an activity is told to be a pilot afterwards.
        WITH tied AS (
            UPDATE lrs.statement SET pilot_key = test.activity('https://pilots.example.eu/pilots/riga-1')
            WHERE statement_key = (
                SELECT statement_key FROM lrs.statement WHERE pilot_key IS NULL ORDER BY random() LIMIT 1
            )
            RETURNING statement_key, pilot_key
        ),
        checked AS (
            UPDATE lrs.profile_conformance SET pilot_key = tied.pilot_key
            FROM tied WHERE profile_conformance.statement_key = tied.statement_key
        )
        INSERT INTO lrs.outbox (statement_key) SELECT statement_key FROM tied;
    ELSIF dice < 0.96 THEN
        INSERT INTO training.enrolment (pilot_key, agent_key, registration, enrolled_on)
        SELECT pilot.pilot_key, agent.agent_key, gen_random_uuid(), date '2026-03-02'
        FROM training.pilot, lrs.agent
        WHERE agent.home_page = 'https://id.example.eu/' || pilot.code
        ORDER BY random() LIMIT 1
        ON CONFLICT DO NOTHING;
    ELSIF dice < 0.98 THEN
        DELETE FROM training.enrolment
        WHERE enrolment_key = (SELECT enrolment_key FROM training.enrolment ORDER BY random() LIMIT 1);
    ELSE
        PERFORM test.define_scale();
    END IF;
END
$$;

-- The kept rows as text, keys that are only made up here written out: to be compared before and after.
CREATE VIEW test.kept AS
SELECT 'participation' AS kept, row::text FROM analysis.participation AS row
UNION ALL SELECT 'time_spent', row::text FROM analysis.time_spent AS row
UNION ALL SELECT 'part_taken', row::text FROM analysis.part_taken AS row
UNION ALL SELECT 'test_score', row::text FROM analysis.test_score AS row
UNION ALL SELECT 'own_level', row::text FROM analysis.own_level AS row
UNION ALL SELECT 'shown_level', row::text FROM analysis.shown_level AS row
UNION ALL SELECT 'followup_answer', row::text FROM analysis.followup_answer AS row
UNION ALL SELECT 'rating', row::text FROM analysis.rating AS row
UNION ALL SELECT 'item_change', row::text FROM analysis.item_change AS row
UNION ALL SELECT 'panel', ROW(pilot_key, phase, instrument_key, people)::text FROM analysis.panel WHERE people > 0
UNION ALL
SELECT 'sitting', (panel.pilot_key, panel.phase, panel.instrument_key, to_jsonb(sitting) - 'panel_key')::text
FROM analysis.sitting JOIN analysis.panel USING (panel_key)
UNION ALL
SELECT 'item_sum', (
    panel.pilot_key, panel.phase, panel.instrument_key, item_key, answered, nonresponse, place, trim_scale(value),
    item_sum.people, trim_scale(totals), trim_scale(squares)
)::text
FROM analysis.item_sum JOIN analysis.panel USING (panel_key)
UNION ALL SELECT 'finding', (digest, statements, first_key)::text FROM analysis.finding WHERE statements > 0
UNION ALL
SELECT 'found', (found.pilot_key, agent_key, finding.digest, each.statements, each.first_key)::text
FROM analysis.found
CROSS JOIN LATERAL unnest(finding_keys, found.statements, first_keys) AS each (finding_key, statements, first_key)
JOIN analysis.finding USING (finding_key);
