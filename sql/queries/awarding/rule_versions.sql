-- The versions of a rule, newest first, as one JSON document; no row where there is no such rule.
-- $1 the rule's code.
SELECT json_build_object('rules', json_agg(credential.rule_document(rule.rule_key) ORDER BY rule.version DESC))
FROM credential.rule
WHERE rule.code = $1::text
HAVING count(*) > 0;
