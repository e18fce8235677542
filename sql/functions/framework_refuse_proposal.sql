CREATE OR REPLACE FUNCTION framework.refuse_proposal(pointer text, rule text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '% %', CASE pointer WHEN '' THEN 'the document' ELSE pointer END, rule
        USING ERRCODE = 'invalid_parameter_value', DETAIL = pointer;
END
$$;

COMMENT ON FUNCTION framework.refuse_proposal(text, text) IS
    'Raises SQLSTATE 22023: the message names the field, as JSON Pointer (RFC 6901), and the rule that it breaks; the '
    'detail is the pointer alone.';

REVOKE EXECUTE ON FUNCTION framework.refuse_proposal(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.refuse_proposal(text, text) TO tessera_service;
