-- Publishes a version of a curriculum.
-- $1 code of the curriculum; $2 the version.
SELECT training.publish_curriculum_version($1::text, $2::text);
