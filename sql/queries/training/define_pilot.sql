-- Defines a pilot, or brings its definition up to date.
-- $1 the definition, as training.define_pilot describes it.
SELECT training.define_pilot($1::jsonb);
