-- A curriculum with its versions, oldest first, as one JSON document.
-- $1 code of the curriculum.
SELECT json_strip_nulls(json_build_object(
    'code', curriculum.code,
    'title', curriculum.title,
    'description', curriculum.description,
    'partners', (
        SELECT COALESCE(json_agg(partner.code ORDER BY partner.code), '[]')
        FROM training.curriculum_partner AS owner
        JOIN training.partner USING (partner_key)
        WHERE owner.curriculum_key = curriculum.curriculum_key
    ),
    'versions', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'version', version.version, 'state', version.state, 'iri', version.iri, 'title', version.title,
                    'changes', version.changes, 'derivedFrom', parent.version, 'publishedAt', version.published_at
                )
                ORDER BY version.curriculum_version_key
            ),
            '[]'
        )
        FROM training.curriculum_version AS version
        LEFT JOIN training.curriculum_version AS parent ON parent.curriculum_version_key = version.derived_from
        WHERE version.curriculum_key = curriculum.curriculum_key
    ),
    'createdAt', curriculum.created_at,
    'changedAt', curriculum.changed_at
))
FROM training.curriculum
WHERE curriculum.code = $1::text;
