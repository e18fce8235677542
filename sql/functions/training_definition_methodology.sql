CREATE OR REPLACE FUNCTION training.definition_methodology(definition jsonb, of_state text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb := NULLIF(definition -> 'methodology', 'null');
    wanted_code text;
    wanted_version text;
    named training.methodology;
BEGIN
    IF node IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM training.definition_object(node, '/methodology', ARRAY['code', 'version']);
    wanted_code := training.definition_text(node, '/methodology', 'code', true);
    wanted_version := training.definition_text(node, '/methodology', 'version', true);
    SELECT known.* INTO named
    FROM training.methodology AS known
    WHERE known.code = wanted_code AND known.version = wanted_version;
    IF NOT FOUND THEN
        PERFORM training.refuse_definition(
            '/methodology', format('names no version of a methodology: %s %s', wanted_code, wanted_version)
        );
    ELSIF named.state <> 'published' AND of_state <> 'planned' THEN
        PERFORM training.refuse_definition(
            '/methodology', format('names a draft: a %s pilot follows a published version', of_state)
        );
    END IF;
    RETURN named.methodology_key;
END
$$;

COMMENT ON FUNCTION training.definition_methodology(jsonb, text) IS
    'Key of the version of a methodology that the definition of a pilot in the state names; null if it names none. '
    'Raises 22023 where there is no such version, or it is a draft and the pilot has started.';

REVOKE EXECUTE ON FUNCTION training.definition_methodology(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_methodology(jsonb, text) TO tessera_service;
