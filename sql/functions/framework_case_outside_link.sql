CREATE OR REPLACE FUNCTION framework.case_outside_link(title text, uri text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN framework.case_link(
    title,
    COALESCE(
        substring(lower(uri) FROM '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$')::uuid,
        framework.name_uuid('6ba7b811-9dad-11d1-80b4-00c04fd430c8', uri)
    ),
    uri
);

COMMENT ON FUNCTION framework.case_outside_link(text, text) IS
    'A link to what has an address only. CASE demands an identifier: the UUID that the address ends in, else the '
    'name-based one of the address (namespace URL of RFC 9562).';

REVOKE EXECUTE ON FUNCTION framework.case_outside_link(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_outside_link(text, text) TO tessera_service;
