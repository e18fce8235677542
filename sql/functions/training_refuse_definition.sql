CREATE OR REPLACE FUNCTION training.refuse_definition(pointer text, rule text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '% %', CASE pointer WHEN '' THEN 'the definition' ELSE pointer END, rule
        USING ERRCODE = 'invalid_parameter_value', DETAIL = pointer;
END
$$;

COMMENT ON FUNCTION training.refuse_definition(text, text) IS
    'Raises SQLSTATE 22023: the message names the field, as JSON Pointer (RFC 6901), and the rule that it breaks; the '
    'detail is the pointer alone.';

REVOKE EXECUTE ON FUNCTION training.refuse_definition(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.refuse_definition(text, text) TO tessera_service;
