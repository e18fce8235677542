CREATE OR REPLACE FUNCTION training.definition_list(node jsonb, pointer text, field text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found jsonb := NULLIF(node -> field, 'null');
BEGIN
    IF found IS NOT NULL AND jsonb_typeof(found) <> 'array' THEN
        PERFORM training.refuse_definition(pointer || '/' || field, 'must be an array');
    END IF;
    RETURN COALESCE(found, '[]');
END
$$;

COMMENT ON FUNCTION training.definition_list(jsonb, text, text) IS
    'An array field of the node, empty if missing; raises 22023 if it is something else.';

REVOKE EXECUTE ON FUNCTION training.definition_list(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_list(jsonb, text, text) TO tessera_service;
