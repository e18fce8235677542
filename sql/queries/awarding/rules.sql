-- The rules that the caller may see, with all their versions, newest first, as one JSON document.
SELECT json_build_object('rules', COALESCE(json_agg(
    credential.rule_document(rule.rule_key) ORDER BY rule.code, rule.version DESC
), '[]'))
FROM credential.rule;
