CREATE OR REPLACE FUNCTION training.definition_whole_list(node jsonb, pointer text, field text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NULLIF(node -> field, 'null') IS NULL THEN
        PERFORM training.refuse_definition(pointer || '/' || field, 'is required; to have none, send []');
    END IF;
    RETURN training.definition_list(node, pointer, field);
END
$$;

COMMENT ON FUNCTION training.definition_whole_list(jsonb, text, text) IS
    'An array field of the node that is all there is to the document; raises 22023 if it is missing or something else. '
    'It replaces what is kept, which nobody should lose to a document that forgot it.';

REVOKE EXECUTE ON FUNCTION training.definition_whole_list(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_whole_list(jsonb, text, text) TO tessera_service;
