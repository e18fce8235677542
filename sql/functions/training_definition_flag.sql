CREATE OR REPLACE FUNCTION training.definition_flag(node jsonb, pointer text, field text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found jsonb := NULLIF(node -> field, 'null');
BEGIN
    IF jsonb_typeof(found) <> 'boolean' THEN
        PERFORM training.refuse_definition(pointer || '/' || field, 'must be true or false');
    END IF;
    RETURN found::boolean;
END
$$;

COMMENT ON FUNCTION training.definition_flag(jsonb, text, text) IS
    'A field of the node that is true or false; null if it is missing; raises 22023 if it is something else.';

REVOKE EXECUTE ON FUNCTION training.definition_flag(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_flag(jsonb, text, text) TO tessera_service;
