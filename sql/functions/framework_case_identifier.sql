CREATE OR REPLACE FUNCTION framework.case_identifier(text text) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN text ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN text::uuid
END;

COMMENT ON FUNCTION framework.case_identifier(text) IS
    'An identifier of CASE; null for the identifiers of other schemes, which need not be UUIDs.';

REVOKE EXECUTE ON FUNCTION framework.case_identifier(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_identifier(text) TO tessera_service;
