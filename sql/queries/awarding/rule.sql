-- A version of a rule as JSON.
-- $1 the rule's code; $2 the version; null for the published one, or the newest if none is.
SELECT credential.rule_document(rule.rule_key)::json
FROM credential.rule
WHERE rule.code = $1::text AND ($2::int IS NULL OR rule.version = $2::int)
ORDER BY rule.state = 'published' DESC, rule.version DESC
LIMIT 1;
