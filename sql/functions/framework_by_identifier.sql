CREATE OR REPLACE FUNCTION framework.by_identifier(objects jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT COALESCE(jsonb_object_agg(object.value ->> 'identifier', object.value), '{}')
    FROM jsonb_array_elements(COALESCE(objects, '[]')) AS object
);

COMMENT ON FUNCTION framework.by_identifier(jsonb) IS
    'Objects of CASE by identifier: what is looked up in one object costs the same however many there are.';

REVOKE EXECUTE ON FUNCTION framework.by_identifier(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.by_identifier(jsonb) TO tessera_service;
