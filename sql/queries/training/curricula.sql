-- The curricula that the caller may see, with their versions, as one JSON document.
SELECT json_build_object('curricula', COALESCE(
    json_agg(
        json_strip_nulls(json_build_object(
            'code', curriculum.code,
            'title', curriculum.title,
            'partners', (
                SELECT COALESCE(json_agg(partner.code ORDER BY partner.code), '[]')
                FROM training.curriculum_partner AS owner
                JOIN training.partner USING (partner_key)
                WHERE owner.curriculum_key = curriculum.curriculum_key
            ),
            'versions', (
                SELECT COALESCE(
                    json_agg(
                        json_build_object('version', version.version, 'state', version.state)
                        ORDER BY version.curriculum_version_key
                    ),
                    '[]'
                )
                FROM training.curriculum_version AS version
                WHERE version.curriculum_key = curriculum.curriculum_key
            )
        ))
        ORDER BY curriculum.code
    ),
    '[]'
))
FROM training.curriculum;
