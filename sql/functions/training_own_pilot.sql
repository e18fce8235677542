CREATE OR REPLACE FUNCTION training.own_pilot(of_code text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint;
BEGIN
    SELECT pilot.pilot_key INTO found FROM training.pilot WHERE pilot.code = of_code;
    IF found IS NULL THEN
        RAISE EXCEPTION 'there is no pilot %, or not for this key', of_code USING ERRCODE = 'no_data_found';
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.own_pilot(text) IS
    'Key of the pilot with the code, of those that the partner that asks runs; raises P0002 if there is none.';

REVOKE EXECUTE ON FUNCTION training.own_pilot(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_pilot(text) TO tessera_service;
