CREATE OR REPLACE FUNCTION training.pilot_invitations(of_pilot bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(jsonb_agg(
        jsonb_build_object(
            'instrument', instrument.code, 'version', version.version, 'phase', invitation.phase,
            'invited', invitation.invited
        )
        || COALESCE(
            (
                SELECT jsonb_build_object('accounts', jsonb_agg(
                    jsonb_build_object('homePage', agent.home_page, 'name', agent.identifier) ORDER BY agent.agent_key
                ))
                FROM training.invitee
                JOIN lrs.agent USING (agent_key)
                WHERE invitee.pilot_key = of_pilot AND invitee.phase = invitation.phase
                    AND invitee.instrument_version_key = invitation.instrument_version_key
                HAVING count(*) > 0
            ),
            '{}'
        )
        ORDER BY used.position
    ), '[]')
    FROM training.invitation
    JOIN training.pilot_instrument AS used USING (pilot_key, phase, instrument_version_key)
    JOIN training.instrument_version AS version USING (instrument_version_key)
    JOIN training.instrument USING (instrument_key)
    WHERE invitation.pilot_key = of_pilot
$$;

COMMENT ON FUNCTION training.pilot_invitations(bigint) IS
    'Who was asked to answer what, as training.define_pilot_invitations takes it.';

REVOKE EXECUTE ON FUNCTION training.pilot_invitations(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.pilot_invitations(bigint) TO tessera_service;
