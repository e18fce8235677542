-- The rules that find levels. A rule that has found awards is never edited here: add its next version.

INSERT INTO credential.rule (code, version, description, verb_iri, object_type, method)
VALUES (
    'passed-assessment', 1,
    'The person passed an assessment of this competence at this level, by the assessment''s own cut score.',
    'http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/activities/assessment', 'test'
)
ON CONFLICT (code, version) DO NOTHING;
