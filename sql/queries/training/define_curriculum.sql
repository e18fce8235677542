-- Defines a curriculum, or brings its definition up to date.
-- $1 the definition, as training.define_curriculum describes it.
SELECT training.define_curriculum($1::jsonb);
