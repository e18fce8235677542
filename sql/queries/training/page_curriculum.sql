-- A version of a curriculum as its page shows it, as one JSON document: its definition with names for the codes in it,
-- the other versions, and the pilots that run it.
-- $1 code of the curriculum; $2 the version.
SELECT (
    training.curriculum_version_definition(version.curriculum_version_key)
    || jsonb_strip_nulls(jsonb_build_object(
        'curriculum', curriculum.code,
        'curriculumTitle', curriculum.title,
        'description', curriculum.description,
        'state', version.state,
        'publishedOn', (version.published_at AT TIME ZONE 'UTC')::date,
        'changedOn', (version.changed_at AT TIME ZONE 'UTC')::date,
        'hours', (
            SELECT COALESCE(trim_scale(sum(unit.hours)), 0)
            FROM training.curriculum_unit AS unit
            WHERE unit.curriculum_version_key = version.curriculum_version_key
        ),
        'partners', (
            SELECT COALESCE(
                jsonb_agg(jsonb_build_object('code', partner.code, 'name', partner.name) ORDER BY partner.code), '[]'
            )
            FROM training.curriculum_partner AS owner
            JOIN training.partner USING (partner_key)
            WHERE owner.curriculum_key = curriculum.curriculum_key
        ),
        'names', (
            SELECT COALESCE(jsonb_object_agg(item.code, item.full_statement), '{}')
            FROM framework.item
            WHERE item.document_key = version.document_key AND item.kind IN ('competence', 'profile')
        ),
        'versions', (
            SELECT jsonb_agg(
                jsonb_build_object('version', other.version, 'state', other.state)
                ORDER BY other.curriculum_version_key DESC
            )
            FROM training.curriculum_version AS other
            WHERE other.curriculum_key = curriculum.curriculum_key
        ),
        'pilots', (
            SELECT COALESCE(
                jsonb_agg(
                    jsonb_build_object('code', pilot.code, 'title', pilot.title, 'state', pilot.state)
                    ORDER BY pilot.starts_on DESC, pilot.code
                ),
                '[]'
            )
            FROM training.pilot
            WHERE pilot.curriculum_activity_key = version.activity_key
        )
    ))
)::json
FROM training.curriculum_version AS version
JOIN training.curriculum USING (curriculum_key)
WHERE curriculum.code = $1::text AND version.version = $2::text;
