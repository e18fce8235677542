CREATE OR REPLACE FUNCTION training.own_curriculum(of_code text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint;
BEGIN
    SELECT curriculum.curriculum_key INTO found FROM training.curriculum WHERE curriculum.code = of_code;
    IF found IS NULL THEN
        RAISE EXCEPTION 'there is no curriculum %, or not for this key', of_code USING ERRCODE = 'no_data_found';
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.own_curriculum(text) IS
    'Key of the curriculum with the code, of those that the partner that asks owns; raises P0002 if there is none.';

REVOKE EXECUTE ON FUNCTION training.own_curriculum(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_curriculum(text) TO tessera_service;
