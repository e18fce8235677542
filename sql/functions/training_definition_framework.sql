CREATE OR REPLACE FUNCTION training.definition_framework(node jsonb, pointer text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    place text := pointer || '/framework';
    framework_code text;
    framework_version text;
    found bigint;
BEGIN
    PERFORM training.definition_object(node -> 'framework', place, ARRAY['code', 'version']);
    framework_code := training.definition_text(node -> 'framework', place, 'code', true);
    framework_version := training.definition_text(node -> 'framework', place, 'version', true);
    SELECT document.document_key INTO found
    FROM framework.document
    WHERE document.code = framework_code AND document.version = framework_version;
    IF found IS NULL THEN
        PERFORM training.refuse_definition(
            place, format('names no framework here: %s %s', framework_code, framework_version)
        );
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.definition_framework(jsonb, text) IS
    'Key of the framework version that the node''s field framework names by code and version; raises 22023 if there is '
    'none.';

REVOKE EXECUTE ON FUNCTION training.definition_framework(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_framework(jsonb, text) TO tessera_service;
