-- Defines a version of a methodology, or brings a draft up to date; what is wrong with it, as a JSON array, empty when
-- it is defined.
-- $1 the definition, as training.define_methodology describes it.
SELECT training.define_methodology($1::jsonb)::json;
