-- Defines a partner, or brings its definition up to date.
-- $1 the definition, as training.define_partner describes it.
SELECT training.define_partner($1::jsonb);
