-- Defines a version of a curriculum, or brings its definition up to date.
-- $1 code of the curriculum; $2 the definition, as training.define_curriculum_version describes it.
SELECT training.define_curriculum_version($1::text, $2::jsonb);
