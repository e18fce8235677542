CREATE OR REPLACE FUNCTION training.refuse_step(reason text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '%', reason USING ERRCODE = 'object_in_use';
END
$$;

COMMENT ON FUNCTION training.refuse_step(text) IS
    'Raises SQLSTATE 55006: what is asked fits its rules by itself, but not how far the finding or action is.';

REVOKE EXECUTE ON FUNCTION training.refuse_step(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.refuse_step(text) TO tessera_service;
