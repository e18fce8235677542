CREATE OR REPLACE FUNCTION training.report_cover(of_pilot text) RETURNS json
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT json_build_object(
        'code', pilot.code,
        'title', pilot.title,
        'partners', (
            SELECT COALESCE(
                json_agg(json_build_object('code', partner.code, 'name', partner.name) ORDER BY partner.code), '[]'
            )
            FROM training.pilot_partner
            JOIN training.partner USING (partner_key)
            WHERE pilot_partner.pilot_key = pilot.pilot_key
        ),
        'profiles', (
            SELECT COALESCE(
                json_agg(
                    json_build_object('code', item.code, 'name', item.full_statement)
                    ORDER BY item.identifier <> pilot.profile_item, item.code
                ),
                '[]'
            )
            FROM framework.item
            WHERE item.identifier = pilot.profile_item
                OR item.identifier IN (
                    SELECT further.profile_item FROM training.pilot_profile AS further
                    WHERE further.pilot_key = pilot.pilot_key
                )
        ),
        'framework', json_build_object('code', document.code, 'version', document.version),
        'curriculum', json_build_object(
            'iri', pilot.curriculum_iri, 'title', pilot.curriculum_title, 'version', pilot.curriculum_version
        ),
        'state', pilot.state,
        'startsOn', pilot.starts_on,
        'endsOn', pilot.ends_on,
        'plannedHours', trim_scale(pilot.planned_hours)
    )
    FROM training.pilot
    JOIN framework.document USING (document_key)
    WHERE pilot.code = of_pilot
$$;

COMMENT ON FUNCTION training.report_cover(text) IS
    'What the cover of a report tells of a pilot: partners, profiles, versions and days.';

REVOKE EXECUTE ON FUNCTION training.report_cover(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_cover(text) TO tessera_service;
