-- A version of a curriculum as one JSON document: its definition, its state, the hours of its units together.
-- $1 code of the curriculum; $2 the version.
SELECT (
    training.curriculum_version_definition(version.curriculum_version_key)
    || jsonb_strip_nulls(jsonb_build_object(
        'curriculum', curriculum.code,
        'state', version.state,
        'hours', (
            SELECT COALESCE(trim_scale(sum(unit.hours)), 0)
            FROM training.curriculum_unit AS unit
            WHERE unit.curriculum_version_key = version.curriculum_version_key
        ),
        'createdAt', version.created_at,
        'changedAt', version.changed_at,
        'publishedAt', version.published_at
    ))
)::json
FROM training.curriculum_version AS version
JOIN training.curriculum USING (curriculum_key)
WHERE curriculum.code = $1::text AND version.version = $2::text;
