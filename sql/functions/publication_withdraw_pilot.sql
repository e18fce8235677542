CREATE OR REPLACE FUNCTION publication.withdraw_pilot(of_pilot text, by_actor text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE publication.release SET withdrawn_at = now(), withdrawn_by = by_actor
    FROM training.pilot
    WHERE pilot.code = of_pilot AND release.pilot_key = pilot.pilot_key AND release.withdrawn_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no pilot % is published', of_pilot USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO ops.audit_event (actor, action, subject) VALUES (by_actor, 'pilot.withdraw', of_pilot);
END
$$;

COMMENT ON FUNCTION publication.withdraw_pilot(text, text) IS
    'Takes back what is published of a pilot: schema published no longer tells it. It stays kept, and the pilot is not '
    'published again. Raises P0002 where the pilot is not published, or there is none, or not for the caller.';

REVOKE EXECUTE ON FUNCTION publication.withdraw_pilot(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION publication.withdraw_pilot(text, text) TO tessera_service;
