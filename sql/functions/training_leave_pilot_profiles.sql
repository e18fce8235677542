CREATE OR REPLACE FUNCTION training.leave_pilot_profiles(of_pilot bigint, staying uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    needed text;
BEGIN
    SELECT item.code INTO needed
    FROM training.enrolment
    JOIN training.pilot USING (pilot_key)
    JOIN framework.item ON item.identifier = enrolment.profile_item
    WHERE enrolment.pilot_key = of_pilot
        AND enrolment.profile_item <> pilot.profile_item
        AND enrolment.profile_item <> ALL (staying)
    ORDER BY item.code
    LIMIT 1;
    IF FOUND THEN
        PERFORM training.refuse_definition('/profiles', format('must keep %s, which has enrolments', needed));
    END IF;
    DELETE FROM training.pilot_profile WHERE pilot_key = of_pilot AND profile_item <> ALL (staying);
END
$$;

COMMENT ON FUNCTION training.leave_pilot_profiles(bigint, uuid[]) IS
    'The part of training.define_pilot that lets go the further profiles that a definition no longer names. It comes '
    'last, when the enrolments are as the definition has them.';

REVOKE EXECUTE ON FUNCTION training.leave_pilot_profiles(bigint, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.leave_pilot_profiles(bigint, uuid[]) TO tessera_service;
