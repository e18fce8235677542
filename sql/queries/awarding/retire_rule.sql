-- Retires a rule.
-- $1 the rule's code; $2 name of the API key.
SELECT credential.retire_rule($1::text, $2::text);
