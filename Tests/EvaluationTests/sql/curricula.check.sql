-- Partners' needs and targets, curricula and their versions: what the functions keep, and what they refuse and how they
-- say so; that they change nothing the second time; who is told of joint curricula.
GRANT USAGE ON SCHEMA test TO tessera_service;
CREATE FUNCTION test.version(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN '{
    "version": "1.0", "iri": "https://pilots.example.eu/curricula/wardens/1.0",
    "framework": {"code": "IUS", "version": "0.1"}, "title": "First", "profiles": ["P5", "P4"],
    "units": [
        {"title": "One", "hours": 7, "method": "workshop", "teaches": [{"competence": "B3", "level": 3}]},
        {"title": "Two", "hours": 3.5, "method": "site-visit", "description": "Outside"}
    ],
    "assessments": [{"instrument": "https://lms.example.eu/test-1", "competence": "B3", "level": 3}]
}'::jsonb || changes;

CREATE FUNCTION test.version_key(of_version text) RETURNS bigint
    LANGUAGE sql
AS $$
    SELECT curriculum_version_key FROM training.curriculum_version JOIN training.curriculum USING (curriculum_key)
    WHERE code = 'wardens' AND version = of_version
$$;

SET LOCAL ROLE tessera_service;
SELECT training.define_partner('{"code": "nice", "name": "Ville de Nice", "country": "FR"}');
SELECT training.define_partner_needs('nice', '{"needs": [
    {"text": "Calm the quays at night", "framework": {"code": "IUS", "version": "0.1"}, "item": "B3",
     "priority": "high", "source": "Safety walk", "notedOn": "2026-01-20"},
    {"text": "Something else", "notedOn": "2026-01-21"}
]}');
SELECT training.define_partner_targets('nice', '{"targets": [
    {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P5", "state": "chosen", "reason": "Quays"},
    {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P6", "state": "considered"}
]}');
SELECT training.define_curriculum('{"code": "wardens", "title": "Wardens", "partners": ["nice", "riga"]}');
SELECT training.define_curriculum_version('wardens', test.version());
DO $$
BEGIN
    ASSERT (SELECT type FROM lrs.activity WHERE iri = test.version() ->> 'iri') LIKE '%/activity-types/curriculum';
    ASSERT training.same_version_definition(
        training.curriculum_version_definition(test.version_key('1.0')), test.version()
    );
    ASSERT NOT training.same_version_definition(
        test.version(), jsonb_set(test.version(), '{units}', (
            SELECT jsonb_agg(unit ORDER BY n DESC) FROM jsonb_array_elements(test.version() -> 'units')
            WITH ORDINALITY AS listed (unit, n)
        ))
    ), 'the order of units counts';
    ASSERT NOT training.same_version_definition(test.version(), test.version('{"assessments": []}'));
    ASSERT training.same_version_definition(test.version(), test.version('{"profiles": ["P4", "P5"], "changes": null}'));
END
$$;
RESET ROLE;

CREATE TABLE test.kept AS
    SELECT 'partner' AS source, partner::text AS line, ctid AS version FROM training.partner
    UNION ALL SELECT 'need', partner_need::text, ctid FROM training.partner_need
    UNION ALL SELECT 'target', partner_target::text, ctid FROM training.partner_target
    UNION ALL SELECT 'curriculum', curriculum::text, ctid FROM training.curriculum
    UNION ALL SELECT 'owner', curriculum_partner::text, ctid FROM training.curriculum_partner
    UNION ALL SELECT 'version', curriculum_version::text, ctid FROM training.curriculum_version
    UNION ALL SELECT 'unit', curriculum_unit::text, ctid FROM training.curriculum_unit
    UNION ALL SELECT 'teaching', curriculum_teaching::text, ctid FROM training.curriculum_teaching
    UNION ALL SELECT 'activity', activity::text, ctid FROM lrs.activity;

-- The same again, and what is refused, changes nothing.
SELECT training.define_partner('{"code": "nice", "name": "Ville de Nice", "country": "FR"}');
SELECT training.define_partner_needs('nice', '{"needs": [
    {"text": "Calm the quays at night", "framework": {"code": "IUS", "version": "0.1"}, "item": "B3",
     "priority": "high", "source": "Safety walk", "notedOn": "2026-01-20"},
    {"text": "Something else", "notedOn": "2026-01-21", "priority": "medium"}
]}');
SELECT training.define_partner_targets('nice', '{"targets": [
    {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P6", "state": "considered"},
    {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P5", "state": "chosen", "reason": "Quays"}
]}');
SELECT training.define_curriculum('{"code": "wardens", "title": "Wardens", "partners": ["riga", "nice"]}');
SELECT training.define_curriculum_version('wardens', test.version());

SELECT test.refused('tessera_service', format(command, definition), '22023', message)
FROM (
    VALUES
        ('SELECT training.define_partner(%L)', '{"code": "Nice"}', '/code must be lower-case letters%'),
        ('SELECT training.define_partner(%L)', '{"code": "nice"}', '/name is required'),
        ('SELECT training.define_partner(%L)', '{"code": "nice", "name": "N", "country": "fr"}', '/country must be a%'),
        ('SELECT training.define_partner_needs(''nice'', %L)', '{"needs": {}}', '/needs must be an array'),
        ('SELECT training.define_partner_needs(''nice'', %L)', '{"needs": [{"notedOn": "2026-01-20"}]}',
            '/needs/0/text is required'),
        ('SELECT training.define_partner_needs(''nice'', %L)', '{"needs": [{"text": "x"}]}',
            '/needs/0/notedOn is required'),
        ('SELECT training.define_partner_needs(''nice'', %L)',
            '{"needs": [{"text": "x", "notedOn": "2026-01-20", "item": "B3"}]}', '/needs/0/framework is required'),
        ('SELECT training.define_partner_needs(''nice'', %L)',
            '{"needs": [{"text": "x", "notedOn": "2026-01-20", "framework": {"code": "IUS", "version": "0.1"}}]}',
            '/needs/0/item is required where%'),
        ('SELECT training.define_partner_needs(''nice'', %L)',
            '{"needs": [{"text": "x", "notedOn": "2026-01-20", "item": "P4",
                "framework": {"code": "IUS", "version": "0.1"}}]}',
            '/needs/0/item names no area or competence of framework IUS 0.1: P4'),
        ('SELECT training.define_partner_needs(''nice'', %L)',
            '{"needs": [{"text": "x", "notedOn": "2026-01-20", "priority": "urgent"}]}', '/needs/0/priority must be low%'),
        ('SELECT training.define_partner_targets(''nice'', %L)',
            '{"targets": [{"framework": {"code": "IUS", "version": "9"}, "profile": "P4", "state": "chosen"}]}',
            '/targets/0/framework names no framework here: IUS 9'),
        ('SELECT training.define_partner_targets(''nice'', %L)',
            '{"targets": [{"framework": {"code": "IUS", "version": "0.1"}, "profile": "A1", "state": "chosen"}]}',
            '/targets/0/profile names no profile of framework IUS 0.1: A1'),
        ('SELECT training.define_partner_targets(''nice'', %L)',
            '{"targets": [{"framework": {"code": "IUS", "version": "0.1"}, "profile": "P4", "state": "liked"}]}',
            '/targets/0/state must be considered, chosen or dropped'),
        ('SELECT training.define_partner_targets(''nice'', %L)',
            '{"targets": [{"framework": {"code": "IUS", "version": "0.1"}, "profile": "P4", "state": "chosen"},
                {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P4", "state": "dropped"}]}',
            '/targets/1/profile is listed twice'),
        ('SELECT training.define_curriculum(%L)', '{"code": "wardens", "title": "W", "partners": []}',
            '/partners must name at least one partner'),
        ('SELECT training.define_curriculum(%L)', '{"code": "wardens", "title": "W", "partners": ["nice", 7]}',
            '/partners/1 must be a string'),
        ('SELECT training.define_curriculum(%L)', '{"code": "wardens", "title": "W", "partners": ["atlantis"]}',
            '/partners/0 names no partner here: atlantis'),
        ('SELECT training.define_curriculum(%L)', '{"code": "wardens", "title": "W", "partners": ["nice", "nice"]}',
            '/partners/1 is listed twice')
) AS attempt (command, definition, message);
SELECT test.refused(
    'tessera_service', format('SELECT training.define_curriculum_version(''wardens'', %L)', test.version(changes)),
    '22023', message
)
FROM (
    VALUES
        ('{"name": "x"}'::jsonb, '/name is not a known field%'),
        ('{"version": "one/two"}', '/version must be letters%'),
        ('{"iri": "curriculum"}', '/iri must be an absolute IRI'),
        ('{"iri": "https://pilots.example.eu/curricula/wardens/1.1"}', '/iri cannot change; the version has %/1.0'),
        ('{"version": "1.1", "iri": "https://pilots.example.eu/pilots/riga-1"}', '/iri names something else already:%'),
        ('{"version": "1.1"}', '/iri is the IRI of another version'),
        ('{"framework": {"code": "IUS", "version": "9"}}', '/framework names no framework here: IUS 9'),
        ('{"derivedFrom": "1.0"}', '/derivedFrom names no other version of the curriculum: 1.0'),
        ('{"profiles": ["P4", "A1"]}', '/profiles/1 names no profile of framework IUS 0.1: A1'),
        ('{"profiles": [4]}', '/profiles/0 must be a string'),
        ('{"units": [{"hours": 7, "method": "workshop"}]}', '/units/0/title is required'),
        ('{"units": [{"title": "x", "method": "workshop"}]}', '/units/0/hours is required'),
        ('{"units": [{"title": "x", "hours": 0, "method": "workshop"}]}', '/units/0/hours must be a number of hours%'),
        ('{"units": [{"title": "x", "hours": 1.005, "method": "workshop"}]}', '/units/0/hours must be a number of%'),
        ('{"units": [{"title": "x", "hours": 1, "method": "magic"}]}', '/units/0/method must be lecture, %'),
        ('{"units": [{"title": "x", "hours": 1, "method": "lecture", "teaches": [{"competence": "Z9", "level": 1}]}]}',
            '/units/0/teaches/0/competence names no competence of framework IUS 0.1: Z9'),
        ('{"units": [{"title": "x", "hours": 1, "method": "lecture", "teaches": [{"competence": "A1", "level": 5}]}]}',
            '/units/0/teaches/0/level must be a level of the competence: 1, 2, 3, 4'),
        ('{"units": [{"title": "x", "hours": 1, "method": "lecture", "teaches": [{"competence": "A1", "level": 1.5}]}]}',
            '/units/0/teaches/0/level must be a level%'),
        ('{"units": [{"title": "x", "hours": 1, "method": "lecture", "teaches": [
            {"competence": "A1", "level": 1}, {"competence": "A1", "level": 2}]}]}',
            '/units/0/teaches/1/competence is listed twice'),
        ('{"assessments": [{"competence": "A1", "level": 1}]}', '/assessments/0/instrument is required'),
        ('{"assessments": [{"instrument": "https://x.example/1", "competence": "A1"}]}', '/assessments/0/level is%'),
        ('{"assessments": [{"instrument": "https://x.example/1", "competence": "A1", "level": 1},
            {"instrument": "https://x.example/1", "competence": "A1", "level": 2}]}',
            '/assessments/1 lists instrument and competence a second time')
) AS attempt (changes, message);
SELECT test.refused('tessera_service', 'SELECT training.define_curriculum_version(''nothing'', ''{}'')', 'P0002');
SELECT test.refused('tessera_service', 'SELECT training.define_partner_needs(''atlantis'', ''{}'')', 'P0002');
SELECT test.refused('tessera_service', 'SELECT training.publish_curriculum_version(''wardens'', ''7'')', 'P0002');
DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(COALESCE(a.source, b.source) || ' ' || COALESCE(a.line, b.line), '; ') INTO found
    FROM test.kept AS a
    FULL JOIN (
        SELECT 'partner' AS source, partner::text AS line, ctid AS version FROM training.partner
        UNION ALL SELECT 'need', partner_need::text, ctid FROM training.partner_need
        UNION ALL SELECT 'target', partner_target::text, ctid FROM training.partner_target
        UNION ALL SELECT 'curriculum', curriculum::text, ctid FROM training.curriculum
        UNION ALL SELECT 'owner', curriculum_partner::text, ctid FROM training.curriculum_partner
        UNION ALL SELECT 'version', curriculum_version::text, ctid FROM training.curriculum_version
        UNION ALL SELECT 'unit', curriculum_unit::text, ctid FROM training.curriculum_unit
        UNION ALL SELECT 'teaching', curriculum_teaching::text, ctid FROM training.curriculum_teaching
        UNION ALL SELECT 'activity', activity::text, ctid FROM lrs.activity
    ) AS b USING (source, line, version)
    WHERE a.source IS NULL OR b.source IS NULL;
    ASSERT found IS NULL, 'changed: ' || found;
END
$$;

-- A shorter list takes away; a later version takes over what it leaves out; a draft changes until it is published.
SELECT training.define_partner_needs('nice', '{"needs": [{"text": "Something else", "notedOn": "2026-01-21"}]}');
SELECT training.define_curriculum_version('wardens', '{
    "version": "2.0", "iri": "https://pilots.example.eu/curricula/wardens/2.0", "derivedFrom": "1.0",
    "changes": "No site visit", "units": [{"title": "One", "hours": 8, "method": "workshop"}]
}');
SELECT test.refused(
    'tessera_service', 'SELECT training.publish_curriculum_version(''wardens'', ''2.0'')', '22023', '/units must teach%'
);
DO $$
DECLARE
    definition jsonb := training.curriculum_version_definition(test.version_key('2.0'));
BEGIN
    ASSERT (SELECT array_agg(text) FROM training.partner_need JOIN training.partner USING (partner_key)
        WHERE code = 'nice') = ARRAY['Something else'];
    ASSERT definition -> 'profiles' = '["P4", "P5"]' AND definition ->> 'derivedFrom' = '1.0';
    ASSERT definition -> 'assessments' = test.version() -> 'assessments' AND definition ->> 'title' = 'First';
    ASSERT jsonb_array_length(definition -> 'units') = 1 AND definition -> 'units' -> 0 -> 'hours' = '8';
    PERFORM training.define_curriculum_version('wardens', test.version('{"title": "Renamed"}'));
    PERFORM training.publish_curriculum_version('wardens', '1.0');
    PERFORM training.publish_curriculum_version('wardens', '1.0');
    -- The same is no change, also of what is published.
    PERFORM training.define_curriculum_version('wardens', test.version('{"title": "Renamed"}'));
    ASSERT (SELECT state FROM training.curriculum_version WHERE curriculum_version_key = test.version_key('1.0'))
        = 'published';
END
$$;
SELECT test.refused(
    'tessera_service', format('SELECT training.define_curriculum_version(''wardens'', %L)', test.version()), '55000',
    'curriculum wardens version 1.0 is published and cannot be changed'
);

-- Who chose the same as others is told of them, and of nothing else; until they own a published version jointly.
SELECT training.define_partner_targets(code, format('{"targets": [
    {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P5", "state": %s},
    {"framework": {"code": "IUS", "version": "0.1"}, "profile": "P6", "state": "chosen"}
]}', state)::jsonb)
FROM (VALUES ('torun', '"chosen"'), ('riga', '"dropped"')) AS choice (code, state);
CREATE FUNCTION test.proposals(asking text) RETURNS text
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM set_config('tessera.partner', asking, true);
    RETURN (
        SELECT string_agg(format(
            '%s:%s:%s:%s', proposal -> 'profile' ->> 'code',
            (SELECT string_agg(partner ->> 'code', '+') FROM jsonb_array_elements(proposal -> 'partners') AS partner),
            jsonb_array_length(proposal -> 'competences'), proposal -> 'drafts'
        ), ' ')
        FROM jsonb_array_elements(training.joint_curricula()) AS proposal
    );
END
$$;
SET LOCAL ROLE tessera_service;
DO $$
BEGIN
    ASSERT test.proposals('') = 'P5:nice+torun:17:[] P6:riga+torun:15:[]', test.proposals('');
    ASSERT test.proposals('torun') = 'P5:nice+torun:17:[] P6:riga+torun:15:[]';
    ASSERT test.proposals('nice') = 'P5:nice+torun:17:[]';
    ASSERT test.proposals('riga') = 'P6:riga+torun:15:[]';
    ASSERT test.proposals('lille') IS NULL;
    -- Toruń joins: the published version for P5 is theirs now; a draft for P6 does not serve yet.
    PERFORM set_config('tessera.partner', 'nice', true);
    PERFORM training.define_curriculum(
        '{"code": "wardens", "title": "Wardens", "partners": ["nice", "riga", "torun"]}'
    );
    ASSERT test.proposals('nice') IS NULL;
    PERFORM set_config('tessera.partner', 'riga', true);
    PERFORM training.define_curriculum_version('wardens', test.version(
        '{"version": "3.0", "iri": "https://pilots.example.eu/curricula/wardens/3.0", "profiles": ["P6"]}'
    ));
    ASSERT test.proposals('riga') = 'P6:riga+torun:15:[{"version": "3.0", "curriculum": "wardens"}]';
    PERFORM training.publish_curriculum_version('wardens', '3.0');
    ASSERT test.proposals('riga') IS NULL;
END
$$;
RESET ROLE;

-- What is another partner's is not to be had by its name.
SELECT set_config('tessera.partner', 'lille', true);
SELECT test.refused('tessera_service', command, state)
FROM (
    VALUES
        ('SELECT training.define_partner(''{"code": "riga", "name": "Mine"}'')', '42501'),
        ('SELECT training.define_partner(''{"code": "newcomer", "name": "Mine"}'')', '42501'),
        ('SELECT training.define_partner_needs(''riga'', ''{"needs": []}'')', '42501'),
        ('SELECT training.define_partner_targets(''riga'', ''{"targets": []}'')', '42501'),
        ('SELECT training.define_curriculum(''{"code": "wardens", "title": "M", "partners": ["lille"]}'')', '42501'),
        ('SELECT training.define_curriculum(''{"code": "mine", "title": "M", "partners": ["riga"]}'')', '22023'),
        ('SELECT training.define_curriculum_version(''wardens'', ''{"version": "1.0"}'')', 'P0002'),
        ('SELECT training.publish_curriculum_version(''wardens'', ''2.0'')', 'P0002')
) AS attempt (command, state);
SET LOCAL ROLE tessera_service;
SELECT training.define_partner('{"code": "lille", "name": "Ville de Lille", "country": "FR"}');
SELECT training.define_curriculum('{"code": "mine", "title": "Mine", "partners": ["lille"]}');
RESET ROLE;
DO $$
BEGIN
    ASSERT (SELECT name FROM training.partner WHERE code = 'lille') = 'Ville de Lille';
    ASSERT (SELECT count(*) FROM training.curriculum WHERE code = 'mine') = 1;
END
$$;
SELECT test.refused(
    'tessera_service', format('SELECT training.define_curriculum_version(''mine'', %L)', test.version()), '23505'
);
