CREATE OR REPLACE FUNCTION training.pilot_document(of_pilot bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
            'code', pilot.code,
            'iri', pilot.iri,
            'title', pilot.title,
            'framework', jsonb_build_object('code', document.code, 'version', document.version),
            'profile', jsonb_build_object('code', profile.code, 'iri', pilot.profile_iri),
            'profiles', (
                SELECT jsonb_agg(jsonb_build_object('code', item.code, 'iri', further.profile_iri) ORDER BY item.code)
                FROM training.pilot_profile AS further
                JOIN framework.item ON item.identifier = further.profile_item
                WHERE further.pilot_key = pilot.pilot_key
            ),
            'curriculum', jsonb_build_object(
                -- By code only where it is the version of that name: a definition may call an IRI of ours by another.
                'code', (
                    SELECT curriculum.code
                    FROM training.curriculum_version AS edition
                    JOIN training.curriculum USING (curriculum_key)
                    WHERE edition.activity_key = pilot.curriculum_activity_key
                        AND edition.version = pilot.curriculum_version
                ),
                'iri', pilot.curriculum_iri, 'version', pilot.curriculum_version, 'title', pilot.curriculum_title
            ),
            'partners', (
                SELECT jsonb_agg(
                    jsonb_build_object('code', partner.code, 'name', partner.name, 'country', partner.country)
                    ORDER BY partner.code
                )
                FROM training.pilot_partner
                JOIN training.partner USING (partner_key)
                WHERE pilot_partner.pilot_key = pilot.pilot_key
            ),
            'startsOn', pilot.starts_on,
            'endsOn', pilot.ends_on,
            'phases', (
                SELECT jsonb_object_agg(
                    part.phase, jsonb_build_object('startsOn', part.starts_on, 'endsOn', part.ends_on)
                )
                FROM training.pilot_phase AS part
                WHERE part.pilot_key = pilot.pilot_key
            ),
            'plannedHours', trim_scale(pilot.planned_hours),
            'plan', NULLIF(
                training.pilot_plan(pilot.pilot_key), '{"sessions": [], "trainers": [], "costs": []}'::jsonb
            ),
            'instruments', (
                SELECT jsonb_agg(
                    jsonb_build_object('code', instrument.code, 'version', version.version, 'phase', used.phase)
                    ORDER BY used.position
                )
                FROM training.pilot_instrument AS used
                JOIN training.instrument_version AS version USING (instrument_version_key)
                JOIN training.instrument USING (instrument_key)
                WHERE used.pilot_key = pilot.pilot_key
            ),
            'invitations', NULLIF(training.pilot_invitations(pilot.pilot_key), '[]'),
            'methodology', (
                SELECT jsonb_build_object('code', methodology.code, 'version', methodology.version)
                FROM training.methodology
                WHERE methodology.methodology_key = pilot.methodology_key
            ),
            'state', pilot.state,
            'closingReason', pilot.closing_reason,
            'report', CASE
                WHEN pilot.report_reference IS NOT NULL
                    THEN jsonb_build_object('reference', pilot.report_reference, 'on', pilot.reported_on)
            END,
            'enrolments', training.pilot_enrolments(pilot.pilot_key)
        ))
        FROM training.pilot
        JOIN framework.document USING (document_key)
        JOIN framework.item AS profile ON profile.identifier = pilot.profile_item
        WHERE pilot.pilot_key = of_pilot
    );
END
$$;

COMMENT ON FUNCTION training.pilot_document(bigint) IS
    'A pilot as training.define_pilot takes it: sent again, it changes nothing.';

REVOKE EXECUTE ON FUNCTION training.pilot_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.pilot_document(bigint) TO tessera_service;
