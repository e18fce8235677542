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
