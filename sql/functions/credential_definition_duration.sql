CREATE OR REPLACE FUNCTION credential.definition_duration(node jsonb, pointer text, field text) RETURNS interval
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found text := training.definition_text(node, pointer, field, false);
    length interval;
BEGIN
    IF found IS NULL THEN
        RETURN NULL;
    END IF;
    IF found ~ '^P([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?$' AND found <> 'P' THEN
        length := found::interval;
    END IF;
    IF length IS NULL OR length <= interval '0' THEN
        PERFORM training.refuse_definition(
            pointer || '/' || field, 'must be a duration of years, months, weeks or days (ISO 8601), e.g. P3Y or P18M'
        );
    END IF;
    RETURN length;
END
$$;

COMMENT ON FUNCTION credential.definition_duration(jsonb, text, text) IS
    'A field of the node that is a duration in ISO 8601; null if it is missing; raises 22023 if it is something else.';

REVOKE EXECUTE ON FUNCTION credential.definition_duration(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.definition_duration(jsonb, text, text) TO tessera_service;
