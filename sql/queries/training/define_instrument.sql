-- Defines a version of an instrument, or brings a draft up to date.
-- $1 the definition, as training.define_instrument describes it.
SELECT training.define_instrument($1::jsonb);
