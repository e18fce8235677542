CREATE OR REPLACE FUNCTION framework.case_uri(base text, class text, identifier uuid, members jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN COALESCE(members ->> 'uri', base || '/ims/case/v1p1/' || class || '/' || identifier);

COMMENT ON FUNCTION framework.case_uri(text, text, uuid, jsonb) IS
    'The address of an object of CASE: its publisher''s if a package had another, else that of the node with this '
    'base URL.';

REVOKE EXECUTE ON FUNCTION framework.case_uri(text, text, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_uri(text, text, uuid, jsonb) TO tessera_service;
