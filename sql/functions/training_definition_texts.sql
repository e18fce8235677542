CREATE OR REPLACE FUNCTION training.definition_texts(node jsonb, pointer text, field text, required boolean)
    RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found jsonb := NULLIF(node -> field, 'null');
    place text := pointer || '/' || field;
    tag text;
BEGIN
    IF found IS NULL THEN
        IF required THEN
            PERFORM training.refuse_definition(place, 'is required');
        END IF;
        RETURN NULL;
    ELSIF jsonb_typeof(found) <> 'object' OR found = '{}' THEN
        PERFORM training.refuse_definition(place, 'must be an object of texts by language tag, e.g. {"en": "..."}');
    END IF;
    FOR tag IN SELECT * FROM jsonb_object_keys(found) LOOP
        IF tag !~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' THEN
            PERFORM training.refuse_definition(place, format('has a name that is no language tag: %s', tag));
        END IF;
        PERFORM training.definition_text(found, place, tag, true);
    END LOOP;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.definition_texts(jsonb, text, text, boolean) IS
    'A field of the node that holds texts by language tag; raises 22023 if it does not, or is required and missing.';

REVOKE EXECUTE ON FUNCTION training.definition_texts(jsonb, text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_texts(jsonb, text, text, boolean) TO tessera_service;
