CREATE OR REPLACE FUNCTION training.pilot_enrolments(of_pilot bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'registration', enrolment.registration,
        'account', jsonb_build_object('homePage', agent.home_page, 'name', agent.identifier),
        'partner', partner.code,
        'profile', profile.code,
        'cohort', enrolment.cohort,
        'enrolledOn', enrolment.enrolled_on,
        'withdrawnOn', enrolment.withdrawn_on
    )) ORDER BY enrolment.enrolment_key), '[]')
    FROM training.enrolment
    JOIN lrs.agent USING (agent_key)
    LEFT JOIN training.partner USING (partner_key)
    LEFT JOIN framework.item AS profile ON profile.identifier = enrolment.profile_item
    WHERE enrolment.pilot_key = of_pilot
$$;

COMMENT ON FUNCTION training.pilot_enrolments(bigint) IS 'Who is enrolled, as training.define_pilot takes it.';

REVOKE EXECUTE ON FUNCTION training.pilot_enrolments(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.pilot_enrolments(bigint) TO tessera_service;
