CREATE OR REPLACE FUNCTION training.definition_instrument(node jsonb, pointer text, field text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted_code text := training.definition_text(node, pointer, field, true, 'code');
    wanted_version text := training.definition_text(node, pointer, 'version', true);
    found bigint;
BEGIN
    SELECT version.instrument_version_key INTO found
    FROM training.instrument_version AS version
    JOIN training.instrument USING (instrument_key)
    WHERE instrument.code = wanted_code AND version.version = wanted_version;
    IF found IS NULL THEN
        PERFORM training.refuse_definition(
            pointer, format('names no version of an instrument here: %s %s', wanted_code, wanted_version)
        );
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.definition_instrument(jsonb, text, text) IS
    'The key of the version of an instrument that a node names by code, in a field of this name, and version; raises '
    '22023 if there is none.';

REVOKE EXECUTE ON FUNCTION training.definition_instrument(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_instrument(jsonb, text, text) TO tessera_service;
