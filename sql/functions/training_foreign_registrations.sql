-- SECURITY DEFINER, because the other pilot may be one that the partner which asks does not see: it is not told which.
CREATE OR REPLACE FUNCTION training.foreign_registrations(of_pilot bigint, registrations uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(array_agg(enrolment.registration), '{}')
    FROM training.enrolment
    WHERE enrolment.registration = ANY (registrations) AND enrolment.pilot_key <> of_pilot
$$;

COMMENT ON FUNCTION training.foreign_registrations(bigint, uuid[]) IS
    'Those of the registrations that other pilots have, be they other partners'': a registration is one person''s in one '
    'pilot.';

REVOKE EXECUTE ON FUNCTION training.foreign_registrations(bigint, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.foreign_registrations(bigint, uuid[]) TO tessera_service;
