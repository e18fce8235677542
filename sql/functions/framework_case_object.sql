CREATE OR REPLACE FUNCTION framework.case_object(told jsonb, members jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN members = '{}' THEN told
    ELSE (
        SELECT COALESCE(jsonb_object_agg(key, value), '{}')
        FROM jsonb_each(told || members)
        WHERE value <> 'null'
    )
END;

COMMENT ON FUNCTION framework.case_object(jsonb, jsonb) IS
    'An object of CASE: what the columns tell, with the members that a package had otherwise in place of that.';

REVOKE EXECUTE ON FUNCTION framework.case_object(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_object(jsonb, jsonb) TO tessera_service;
