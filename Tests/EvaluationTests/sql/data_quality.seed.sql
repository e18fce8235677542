-- What ingest would have noted of a few statements.
INSERT INTO lrs.profile_template (iri, profile_version, name)
VALUES
    ('x:v1', 'x:v1', 'The profile'), ('x:t/attended', 'x:v1', 'Attended'), ('x:t/passed', 'x:v1', 'Passed');
INSERT INTO lrs.profile_rule (template_key, number, location, requirement, note)
SELECT template_key, rule.number, rule.location, rule.requirement, rule.note
FROM lrs.profile_template
JOIN (
    VALUES
        ('x:t/attended', 1, '$.actor.account', 'included', 'Pseudonymous account only.'),
        ('x:t/attended', 2, '$.result.duration', 'included', NULL),
        ('x:t/passed', 1, '$.result.success', 'included, all of [true]', NULL)
) AS rule (iri, number, location, requirement, note) USING (iri);

-- Notes of the n-th statement what it was checked against, and the rules that it breaks.
CREATE FUNCTION test.conformance(n integer, template text, broken smallint[] DEFAULT NULL) RETURNS void
    LANGUAGE sql
AS $$
    INSERT INTO lrs.profile_conformance (statement_key, pilot_key, template_key, conforms, broken_rules)
    SELECT
        statement.statement_key, statement.pilot_key, profile_template.template_key,
        broken IS NULL AND template <> 'x:v1', broken
    FROM lrs.statement
    CROSS JOIN lrs.profile_template
    WHERE statement.statement_id = format('00000000-0000-4000-8000-%s', lpad(n::text, 12, '0'))::uuid
        AND profile_template.iri = template
$$;

-- Conforms.
SELECT test.post(1, 'riga-1', 'p-1', 'attended');
SELECT test.conformance(1, 'x:t/attended');
-- Break one rule, two rules.
SELECT test.post(2, 'riga-1', 'p-1', 'attended');
SELECT test.conformance(2, 'x:t/attended', '{2}');
SELECT test.post(3, 'riga-1', 'p-2', 'attended');
SELECT test.conformance(3, 'x:t/attended', '{1,2}');
-- Declares the profile and matches no template.
SELECT test.post(4, 'riga-1', 'assessor', 'commented');
SELECT test.conformance(4, 'x:v1');
-- Was not checked.
SELECT test.post(5, 'riga-1', 'p-3', 'commented');
-- Matches two templates, and breaks the rule of one.
SELECT test.post(6, 'riga-1', 'p-4', 'passed');
SELECT test.conformance(6, 'x:t/attended'), test.conformance(6, 'x:t/passed', '{1}');
-- Must not appear: voided.
SELECT test.post(7, 'riga-1', 'p-4', 'passed', voided => true);
SELECT test.conformance(7, 'x:t/passed', '{1}');
-- Must not appear: of no pilot.
SELECT test.post(8, NULL, 'p-4', 'passed');
SELECT test.conformance(8, 'x:t/passed', '{1}');
-- Of another partner's pilot.
SELECT test.post(9, 'lille-1', 'p-1', 'passed');
SELECT test.conformance(9, 'x:t/passed');
-- Faults of the scheme's extensions; the same one twice.
UPDATE lrs.statement SET quality_notes = ARRAY['/result: The level is missing.']
WHERE statement_id IN ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003');
UPDATE lrs.statement SET quality_notes = ARRAY['/context: Expected an IRI.', '/result: The level is missing.']
WHERE statement_id = '00000000-0000-4000-8000-000000000009';
UPDATE lrs.statement SET quality_notes = ARRAY['/must/not: appear.']
WHERE statement_id IN ('00000000-0000-4000-8000-000000000007', '00000000-0000-4000-8000-000000000008');
-- Names what nobody has defined: instrument, item and competence; and a curriculum and a profile that are not the pilot's.
-- Those that passed or failed name no instrument.
INSERT INTO lrs.activity (iri, type)
VALUES
    ('x:instrument', 'http://adlnet.gov/expapi/activities/assessment'),
    ('x:item', 'http://adlnet.gov/expapi/activities/cmi.interaction'),
    ('x:competence', 'https://w3id.org/xapi/tla/activity-types/competency'),
    ('x:curriculum', 'https://w3id.org/xapi/iust/activity-types/curriculum'),
    ('x:profile', 'https://w3id.org/xapi/iust/activity-types/staff-profile');
UPDATE lrs.statement SET
    instrument_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:instrument'),
    item_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:item'),
    competence_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:competence')
WHERE statement_id IN ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000007');
UPDATE lrs.statement SET
    curriculum_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:curriculum'),
    profile_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:profile')
WHERE statement_id = '00000000-0000-4000-8000-000000000005';
-- Must not appear: defined, and shared by two versions.
SELECT training.define_instrument(jsonb_build_object(
    'code', 'known', 'version', version, 'iri', 'x:known/' || version, 'kind', 'survey', 'title', '{"en": "Known"}'::jsonb,
    'items', '[{"iri": "x:known/item", "text": {"en": "?"}, "interaction": "fill-in"}]'::jsonb
))
FROM (VALUES ('1'), ('2')) AS edition (version);
UPDATE lrs.statement SET
    instrument_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:known/2'),
    item_key = (SELECT activity_key FROM lrs.activity WHERE iri = 'x:known/item'),
    profile_key = (SELECT profile_activity_key FROM training.pilot WHERE code = 'riga-1'),
    curriculum_key = (SELECT curriculum_activity_key FROM training.pilot WHERE code = 'riga-1')
WHERE statement_id = '00000000-0000-4000-8000-000000000002';
-- Must not appear: names no staff profile, and the pilot's has no IRI of its own.
UPDATE training.pilot SET profile_iri = NULL, profile_activity_key = NULL WHERE code = 'lille-1';
