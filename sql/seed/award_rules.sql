-- The rules that an installation begins with. It makes its own versions of them; these are never put back.

SELECT credential.define_rule(
    '{
        "code": "passed-assessment",
        "description": "The person passed an assessment of this competence at this level, by the assessment''s own cut score.",
        "requires": {"kind": "test"}
    }',
    'seed'
)
WHERE NOT EXISTS (SELECT FROM credential.rule WHERE code = 'passed-assessment');
SELECT credential.publish_rule('passed-assessment', 'seed')
WHERE EXISTS (SELECT FROM credential.rule WHERE code = 'passed-assessment' AND version = 1 AND state = 'draft');

-- An alternative to it wherever it decides, once assessors are listed.
SELECT credential.define_rule(
    '{
        "code": "found-by-assessor",
        "description": "An assessor authorised by the pilot found this level of the competence, by observation, from a portfolio or by recognition of prior learning.",
        "requires": {"any": [
            {"kind": "observation", "assessors": "authorised"},
            {"kind": "portfolio", "assessors": "authorised"},
            {"kind": "recognition", "assessors": "authorised"}
        ]}
    }',
    'seed'
)
WHERE NOT EXISTS (SELECT FROM credential.rule WHERE code = 'found-by-assessor');
SELECT credential.publish_rule('found-by-assessor', 'seed')
WHERE EXISTS (SELECT FROM credential.rule WHERE code = 'found-by-assessor' AND version = 1 AND state = 'draft');
