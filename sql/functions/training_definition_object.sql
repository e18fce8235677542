CREATE OR REPLACE FUNCTION training.definition_object(node jsonb, pointer text, fields text[]) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    unknown text;
BEGIN
    IF node IS NULL OR node = 'null' THEN
        PERFORM training.refuse_definition(pointer, 'is required');
    ELSIF jsonb_typeof(node) <> 'object' THEN
        PERFORM training.refuse_definition(pointer, 'must be an object');
    END IF;
    SELECT field INTO unknown FROM jsonb_object_keys(node) AS field WHERE field <> ALL (fields) ORDER BY field LIMIT 1;
    IF FOUND THEN
        PERFORM training.refuse_definition(
            pointer || '/' || replace(replace(unknown, '~', '~0'), '/', '~1'),
            'is not a known field; known are ' || array_to_string(fields, ', ')
        );
    END IF;
    RETURN node;
END
$$;

COMMENT ON FUNCTION training.definition_object(jsonb, text, text[]) IS
    'The node, if it is a JSON object without other fields than these; raises 22023 otherwise.';

REVOKE EXECUTE ON FUNCTION training.definition_object(jsonb, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_object(jsonb, text, text[]) TO tessera_service;
