CREATE OR REPLACE FUNCTION training.launch_contexts(
    of_pilot bigint, of_registration uuid, of_phase lrs.phase, of_instrument text, months_after integer, base text,
    profile_version text
) RETURNS TABLE (
    registration uuid, home_page text, name text, partner text, cohort text, activities json, extensions json
)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    items text := base || '/ims/case/v1p1/CFItems/';
    iust text := 'https://w3id.org/xapi/iust/';
    version training.instrument_version;
    kind text;
    parent json;
    others json;
BEGIN
    IF of_instrument IS NOT NULL THEN
        SELECT edition.* INTO version
        FROM training.pilot_instrument AS used
        JOIN training.instrument_version AS edition USING (instrument_version_key)
        JOIN training.instrument USING (instrument_key)
        WHERE used.pilot_key = of_pilot AND used.phase = of_phase AND instrument.code = of_instrument
        ORDER BY used.position DESC
        LIMIT 1;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the pilot uses no instrument % in the phase %', of_instrument, of_phase
                USING ERRCODE = 'no_data_found';
        END IF;
        SELECT instrument.kind INTO kind FROM training.instrument
        WHERE instrument.instrument_key = version.instrument_key;
        parent := json_build_array(json_build_object(
            'id', version.iri, 'definition', json_build_object('type', training.instrument_type(kind))
        ));
        -- In a self-assessment each statement is about the competence that is its object.
        IF kind <> 'self-assessment' THEN
            SELECT json_agg(
                json_build_object(
                    'id', items || known.identifier,
                    'definition', '{"type":"https://w3id.org/xapi/tla/activity-types/competency"}'::json
                )
                ORDER BY known.code
            )
            INTO others
            FROM framework.item AS known
            WHERE known.identifier IN (
                SELECT item.competence_item FROM training.instrument_item AS item
                WHERE item.instrument_version_key = version.instrument_version_key
            );
        END IF;
    END IF;

    RETURN QUERY
    SELECT
        enrolment.registration, agent.home_page, agent.identifier, run_by.code, enrolment.cohort,
        json_strip_nulls(json_build_object(
            'category', json_build_array(json_build_object('id', profile_version)),
            'grouping', json_build_array(
                json_build_object('id', pilot.iri, 'definition', json_build_object(
                    'type', iust || 'activity-types/pilot'
                )),
                json_build_object('id', pilot.curriculum_iri, 'definition', json_build_object(
                    'type', iust || 'activity-types/curriculum'
                )),
                json_build_object(
                    'id', COALESCE(
                        CASE WHEN enrolment.profile_item IS NULL THEN pilot.profile_iri ELSE further.profile_iri END,
                        items || COALESCE(enrolment.profile_item, pilot.profile_item)
                    ),
                    'definition', json_build_object('type', iust || 'activity-types/staff-profile')
                )
            ),
            'parent', parent,
            'other', others
        )),
        json_strip_nulls(json_build_object(
            iust || 'extensions/phase', of_phase,
            iust || 'extensions/framework-version', base || '/ims/case/v1p1/CFDocuments/' || document.identifier,
            iust || 'extensions/months-after', months_after
        ))
    FROM training.enrolment
    JOIN training.pilot USING (pilot_key)
    JOIN framework.document USING (document_key)
    JOIN lrs.agent USING (agent_key)
    LEFT JOIN training.partner AS run_by USING (partner_key)
    LEFT JOIN training.pilot_profile AS further
        ON further.pilot_key = pilot.pilot_key AND further.profile_item = enrolment.profile_item
    WHERE enrolment.pilot_key = of_pilot
        AND (of_registration IS NULL OR enrolment.registration = of_registration)
    ORDER BY enrolment.enrolment_key;
END
$$;

COMMENT ON FUNCTION training.launch_contexts(bigint, uuid, lrs.phase, text, integer, text, text) IS
    'What statements of the enrolled people (or of one, by registration) have in contextActivities and extensions, in a '
    'phase and, if one is named, with an instrument as parent: then the competences of its items are in `other`. Names '
    'of competences and of the framework''s version begin with base. Raises P0002 if the pilot does not use the '
    'instrument in the phase.';

REVOKE EXECUTE ON FUNCTION training.launch_contexts(bigint, uuid, lrs.phase, text, integer, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.launch_contexts(bigint, uuid, lrs.phase, text, integer, text, text)
    TO tessera_service;
