-- What the service sees and may change on behalf of one partner: its own pilots and curricula, those that it shares,
-- and of other partners no more than the names.
INSERT INTO training.curriculum (code, title) VALUES ('joint', 'Joint'), ('of-lille', 'Of Lille');
INSERT INTO training.curriculum_partner (curriculum_key, partner_key)
SELECT curriculum_key, partner_key
FROM training.curriculum, training.partner
WHERE (curriculum.code, partner.code) IN (('joint', 'riga'), ('joint', 'torun'), ('of-lille', 'lille'));
INSERT INTO training.curriculum_version (curriculum_key, version, iri, activity_key, document_key)
SELECT
    curriculum_key, '1', 'https://example.eu/' || curriculum.code,
    test.activity('https://example.eu/' || curriculum.code), document_key
FROM training.curriculum, framework.document;
INSERT INTO training.curriculum_profile (curriculum_version_key, document_key, profile_key)
SELECT curriculum_version_key, document_key, item_key
FROM training.curriculum_version JOIN framework.item USING (document_key) WHERE item.code = 'P4';
INSERT INTO training.curriculum_unit (curriculum_version_key, document_key, position, title, hours, method)
SELECT curriculum_version_key, document_key, 1, 'One', 7, 'lecture' FROM training.curriculum_version;
INSERT INTO training.curriculum_teaching (unit_key, curriculum_version_key, document_key, competence_key, level)
SELECT unit_key, curriculum_version_key, document_key, item_key, 2
FROM training.curriculum_unit JOIN framework.item USING (document_key) WHERE item.code = 'A1';
INSERT INTO training.curriculum_assessment (curriculum_version_key, document_key, instrument_iri, competence_key, level)
SELECT curriculum_version_key, document_key, 'https://example.eu/test', item_key, 2
FROM training.curriculum_version JOIN framework.item USING (document_key) WHERE item.code = 'A1';
INSERT INTO training.partner_need (partner_key, position, text, noted_on)
SELECT partner_key, 1, 'A need of ' || code, date '2026-01-01' FROM training.partner;
INSERT INTO training.partner_target (partner_key, document_key, profile_key, state)
SELECT partner_key, document_key, item_key, 'chosen' FROM training.partner, framework.item WHERE item.code = 'P4';
INSERT INTO training.pilot_phase (pilot_key, phase, starts_on, ends_on)
SELECT pilot_key, 'pre', date '2026-02-01', date '2026-02-02' FROM training.pilot;

CREATE TABLE test.rows (source text, partner text, rows bigint, PRIMARY KEY (source, partner));
GRANT SELECT, INSERT ON test.rows TO tessera_service;
GRANT USAGE ON SCHEMA test TO tessera_service;

-- Counts every table of the schema, so that a table that is added later is told of here.
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    asking text;
    source regclass;
BEGIN
    FOREACH asking IN ARRAY ARRAY['', 'riga', 'torun', 'lille', 'atlantis'] LOOP
        PERFORM set_config('tessera.partner', asking, true);
        FOR source IN SELECT oid FROM pg_class WHERE relnamespace = 'training'::regnamespace AND relkind = 'r' LOOP
            EXECUTE format('INSERT INTO test.rows SELECT %L, %L, count(*) FROM %s', source, asking, source);
        END LOOP;
    END LOOP;
    PERFORM set_config('tessera.partner', '', true);
END
$$;
RESET ROLE;

DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(format('%s of %s: %s', source, partner, rows), ', ') INTO found
    FROM test.rows
    WHERE source NOT IN ('training.partner', 'training.methodology') AND partner = 'atlantis' AND rows <> 0;
    ASSERT found IS NULL, 'an unknown partner sees ' || found;
    SELECT string_agg(source, ', ') INTO found FROM test.rows WHERE partner = '' AND rows = 0 AND source IN (
        'training.partner_need', 'training.partner_target', 'training.pilot', 'training.pilot_partner',
        'training.pilot_phase', 'training.enrolment', 'training.curriculum', 'training.curriculum_partner',
        'training.curriculum_version', 'training.curriculum_profile', 'training.curriculum_unit',
        'training.curriculum_teaching', 'training.curriculum_assessment'
    );
    ASSERT found IS NULL, 'the whole scheme sees nothing of ' || found;
    SELECT string_agg(format('%s of %s: %s', given.source, given.partner, seen.rows), ', ') INTO found
    FROM (
        VALUES
            ('training.partner', 'riga', 4), ('training.pilot', 'riga', 1), ('training.pilot', 'torun', 1),
            ('training.pilot', 'lille', 1), ('training.pilot_partner', 'riga', 2),
            ('training.pilot_phase', 'riga', 1), ('training.enrolment', 'riga', 8), ('training.enrolment', 'torun', 8),
            ('training.enrolment', 'lille', 3), ('training.partner_need', 'riga', 1),
            ('training.partner_target', 'riga', 1), ('training.curriculum', 'riga', 1),
            ('training.curriculum', 'torun', 1), ('training.curriculum', 'lille', 1),
            ('training.curriculum_partner', 'riga', 2), ('training.curriculum_version', 'riga', 1),
            ('training.curriculum_profile', 'riga', 1), ('training.curriculum_unit', 'riga', 1),
            ('training.curriculum_teaching', 'riga', 1), ('training.curriculum_assessment', 'riga', 1)
    ) AS given (source, partner, rows)
    LEFT JOIN test.rows AS seen USING (source, partner)
    WHERE seen.rows IS DISTINCT FROM given.rows;
    ASSERT found IS NULL, 'sees otherwise: ' || found;
END
$$;

-- What is another partner's is neither changed nor taken over, and nothing is added to it.
SELECT set_config('tessera.partner', 'riga', true);
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    command text;
    touched bigint;
BEGIN
    FOREACH command IN ARRAY ARRAY[
        'UPDATE training.partner SET name = ''Mine'' WHERE code = ''lille''',
        'DELETE FROM training.partner WHERE code = ''lille''',
        'UPDATE training.pilot SET title = ''Mine'' WHERE code = ''lille-1''',
        'DELETE FROM training.pilot WHERE code = ''lille-1''',
        'UPDATE training.curriculum SET title = ''Mine'' WHERE code = ''of-lille''',
        'DELETE FROM training.curriculum_unit WHERE curriculum_version_key NOT IN (
            SELECT curriculum_version_key FROM training.curriculum_version)'
    ] LOOP
        EXECUTE command;
        GET DIAGNOSTICS touched = ROW_COUNT;
        ASSERT touched = 0, command;
    END LOOP;
END
$$;
RESET ROLE;
SELECT test.refused('tessera_service', command, '42501')
FROM (
    SELECT format(
        'INSERT INTO training.pilot_partner SELECT %s, partner_key FROM training.partner WHERE code = ''riga''', pilot_key
    ) FROM training.pilot WHERE code = 'lille-1'
    UNION ALL
    SELECT format(
        'INSERT INTO training.curriculum_partner SELECT %s, partner_key FROM training.partner WHERE code = ''riga''',
        curriculum_key
    ) FROM training.curriculum WHERE code = 'of-lille'
    UNION ALL
    SELECT format(
        'INSERT INTO training.partner_need (partner_key, position, text, noted_on) VALUES (%s, 9, ''x'', now())',
        partner_key
    ) FROM training.partner WHERE code = 'lille'
    UNION ALL
    SELECT format(
        'INSERT INTO training.curriculum_unit (curriculum_version_key, document_key, position, title, hours, method)
        VALUES (%s, %s, 9, ''x'', 1, ''lecture'')', curriculum_version_key, document_key
    ) FROM training.curriculum_version JOIN training.curriculum USING (curriculum_key) WHERE code = 'of-lille'
    UNION ALL
    SELECT format('INSERT INTO training.pilot_phase VALUES (%s, ''post'', now(), now())', pilot_key)
    FROM training.pilot WHERE code = 'lille-1'
    UNION ALL
    SELECT $sql$SELECT training.define_pilot('{
        "code": "lille-1", "iri": "https://pilots.example.eu/pilots/lille-1", "title": "Mine",
        "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
        "curriculum": {"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"},
        "partners": [{"code": "riga"}], "startsOn": "2026-03-02", "endsOn": "2026-03-27"
    }')$sql$
) AS attempt (command);
SELECT test.refused(
    'tessera_service', $sql$SELECT training.define_pilot('{
        "code": "riga-1", "iri": "https://pilots.example.eu/pilots/riga-1", "title": "Ours",
        "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
        "curriculum": {"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"},
        "partners": [{"code": "riga"}, {"code": "torun", "name": "Renamed"}],
        "startsOn": "2026-03-02", "endsOn": "2026-03-27"
    }')$sql$, '22023', '/partners/1 is another partner%'
);

-- A partner defines new pilots, also with others.
SET LOCAL ROLE tessera_service;
SELECT training.define_pilot('{
    "code": "riga-2", "iri": "https://pilots.example.eu/pilots/riga-2", "title": "Ours",
    "framework": {"code": "IUS", "version": "0.1"}, "profile": {"code": "P4"},
    "curriculum": {"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"},
    "partners": [{"code": "riga"}, {"code": "lille"}], "startsOn": "2026-03-02", "endsOn": "2026-03-27",
    "phases": {"pre": {"startsOn": "2026-02-01", "endsOn": "2026-02-03"}},
    "enrolments": [{"registration": "00000000-0000-4000-8000-000000099999", "partner": "lille",
        "account": {"homePage": "https://id.example.eu/", "name": "z"}}]
}');
DO $$
BEGIN
    PERFORM set_config('tessera.partner', 'lille', true);
    ASSERT (SELECT count(*) FROM training.pilot) = 2;
    ASSERT (SELECT count(*) FROM training.enrolment) = 4;
    -- The views tell the service what its caller may see.
    ASSERT (SELECT array_agg(pilot ORDER BY pilot) FROM evaluation.pilot_overview) = ARRAY['lille-1', 'riga-2'];
    PERFORM set_config('tessera.partner', '', true);
    ASSERT (SELECT count(*) FROM evaluation.pilot_overview) = 4;
END
$$;
RESET ROLE;

-- A published version is the same for ever, for the service as for the owner of the tables.
UPDATE training.curriculum_version SET state = 'published', published_at = now()
WHERE iri = 'https://example.eu/joint';
SELECT test.refused(asking, command, '55000', 'curriculum joint version 1 is published%')
FROM unnest(ARRAY['tessera_service', 'tessera_owner']) AS asking, (
    SELECT format(command, curriculum_version_key)
    FROM training.curriculum_version, (
        VALUES
            ('UPDATE training.curriculum_version SET title = ''x'' WHERE curriculum_version_key = %s'),
            ('UPDATE training.curriculum_version SET state = ''draft'', published_at = NULL
                WHERE curriculum_version_key = %s'),
            ('DELETE FROM training.curriculum_version WHERE curriculum_version_key = %s'),
            ('UPDATE training.curriculum_unit SET hours = 1 WHERE curriculum_version_key = %s'),
            ('DELETE FROM training.curriculum_unit WHERE curriculum_version_key = %s'),
            ('UPDATE training.curriculum_teaching SET level = 1 WHERE curriculum_version_key = %s'),
            ('DELETE FROM training.curriculum_teaching WHERE curriculum_version_key = %s'),
            ('DELETE FROM training.curriculum_assessment WHERE curriculum_version_key = %s'),
            ('DELETE FROM training.curriculum_profile WHERE curriculum_version_key = %s'),
            ('UPDATE training.curriculum_unit SET curriculum_version_key = %s, position = 2
                WHERE curriculum_version_key <> %1$s'),
            ('INSERT INTO training.curriculum_assessment (
                    curriculum_version_key, document_key, instrument_iri, title, competence_key, level
                )
                SELECT %s, document_key, ''https://example.eu/new'', ''x'', competence_key, 1
                FROM training.curriculum_assessment LIMIT 1')
    ) AS attempt (command)
    WHERE iri = 'https://example.eu/joint'
) AS of_joint (command);
SELECT test.refused('tessera_owner', 'TRUNCATE training.curriculum_version CASCADE', '55000');
SELECT test.refused(
    'tessera_service', 'UPDATE training.curriculum_version SET iri = ''https://example.eu/moved''
        WHERE iri = ''https://example.eu/of-lille''', '55000', '%keeps its IRI%'
);
