CREATE OR REPLACE FUNCTION framework.case_link(title text, identifier uuid, uri text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_build_object('title', COALESCE(title, ''), 'identifier', identifier, 'uri', uri);

COMMENT ON FUNCTION framework.case_link(text, uuid, text) IS 'A link of CASE (LinkURI) to an object.';

REVOKE EXECUTE ON FUNCTION framework.case_link(text, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_link(text, uuid, text) TO tessera_service;
