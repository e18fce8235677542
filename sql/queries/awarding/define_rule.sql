-- Defines the draft of a rule's next version, or changes it.
-- $1 the definition, as credential.define_rule describes it; $2 name of the API key.
SELECT credential.define_rule($1::jsonb, $2::text);
