-- The pilots that the caller may see, the newest first, as one JSON document.
SELECT json_build_object('pilots', COALESCE(
    json_agg(
        json_strip_nulls(json_build_object(
            'code', pilot.code,
            'iri', pilot.iri,
            'title', pilot.title,
            'state', pilot.state,
            'framework', document.code || ' ' || document.version,
            'profile', profile.code,
            'curriculum', json_build_object(
                'iri', pilot.curriculum_iri, 'version', pilot.curriculum_version, 'title', pilot.curriculum_title
            ),
            'partners', (
                SELECT COALESCE(json_agg(partner.code ORDER BY partner.code), '[]')
                FROM training.pilot_partner
                JOIN training.partner USING (partner_key)
                WHERE pilot_partner.pilot_key = pilot.pilot_key
            ),
            'startsOn', pilot.starts_on,
            'endsOn', pilot.ends_on,
            'enrolled', (
                SELECT count(*) FROM training.enrolment
                WHERE enrolment.pilot_key = pilot.pilot_key AND enrolment.withdrawn_on IS NULL
            ),
            'withdrawn', (
                SELECT count(*) FROM training.enrolment
                WHERE enrolment.pilot_key = pilot.pilot_key AND enrolment.withdrawn_on IS NOT NULL
            )
        ))
        ORDER BY pilot.starts_on DESC, pilot.code
    ),
    '[]'
))
FROM training.pilot
JOIN framework.document USING (document_key)
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item;
