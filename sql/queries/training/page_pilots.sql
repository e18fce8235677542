-- The first page of a partner as one JSON document: pilots, curricula and proposals of joint curricula, of those that
-- the caller may see, and the partners whose pages it may read.
SELECT json_build_object(
    'pilots', (
        SELECT COALESCE(
            json_agg(
                json_strip_nulls(json_build_object(
                    'code', pilot.code,
                    'title', pilot.title,
                    'state', pilot.state,
                    'framework', json_build_object('code', document.code, 'version', document.version),
                    'profile', json_build_object('code', profile.code, 'name', profile.full_statement),
                    'curriculum', json_build_object(
                        'code', edition.code,
                        'version', pilot.curriculum_version,
                        'title', COALESCE(pilot.curriculum_title, edition.title)
                    ),
                    'partners', (
                        SELECT COALESCE(
                            json_agg(
                                json_build_object('code', partner.code, 'name', partner.name) ORDER BY partner.code
                            ),
                            '[]'
                        )
                        FROM training.pilot_partner
                        JOIN training.partner USING (partner_key)
                        WHERE pilot_partner.pilot_key = pilot.pilot_key
                    ),
                    'startsOn', pilot.starts_on,
                    'endsOn', pilot.ends_on
                ))
                ORDER BY pilot.starts_on DESC, pilot.code
            ),
            '[]'
        )
        FROM training.pilot
        JOIN framework.document USING (document_key)
        JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
        -- By code only where it is the version of that name: a definition may call an IRI of ours by another.
        LEFT JOIN (
            training.curriculum_version AS version JOIN training.curriculum AS edition USING (curriculum_key)
        ) ON version.activity_key = pilot.curriculum_activity_key AND version.version = pilot.curriculum_version
    ),
    'curricula', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'code', curriculum.code,
                    'title', curriculum.title,
                    'partners', (
                        SELECT COALESCE(
                            json_agg(
                                json_build_object('code', partner.code, 'name', partner.name) ORDER BY partner.code
                            ),
                            '[]'
                        )
                        FROM training.curriculum_partner AS owner
                        JOIN training.partner USING (partner_key)
                        WHERE owner.curriculum_key = curriculum.curriculum_key
                    ),
                    'versions', (
                        SELECT COALESCE(
                            json_agg(
                                json_build_object('version', version.version, 'state', version.state)
                                ORDER BY version.curriculum_version_key DESC
                            ),
                            '[]'
                        )
                        FROM training.curriculum_version AS version
                        WHERE version.curriculum_key = curriculum.curriculum_key
                    )
                )
                ORDER BY curriculum.code
            ),
            '[]'
        )
        FROM training.curriculum
    ),
    'proposals', training.joint_curricula(),
    'partners', (
        SELECT COALESCE(
            json_agg(
                json_strip_nulls(json_build_object(
                    'code', partner.code, 'name', partner.name, 'country', partner.country
                ))
                ORDER BY partner.code
            ),
            '[]'
        )
        FROM training.partner
        WHERE partner.code = COALESCE(training.asking_partner(), partner.code)
    )
);
