CREATE OR REPLACE FUNCTION training.definition_text(
    node jsonb, pointer text, field text, required boolean, form text DEFAULT 'text'
) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    place text := pointer || '/' || field;
    found text := node ->> field;
BEGIN
    IF found IS NULL THEN
        IF required THEN
            PERFORM training.refuse_definition(place, 'is required');
        END IF;
        RETURN NULL;
    END IF;
    IF jsonb_typeof(node -> field) <> 'string' THEN
        PERFORM training.refuse_definition(place, 'must be a string');
    ELSIF btrim(found, E' \t\r\n') = '' OR length(found) > 2000 THEN
        PERFORM training.refuse_definition(place, 'must have 1 to 2000 characters');
    ELSIF form = 'code' AND (found !~ '^[a-z0-9]+(-[a-z0-9]+)*$' OR length(found) > 64) THEN
        PERFORM training.refuse_definition(
            place, 'must be lower-case letters a-z and digits, in parts joined by single hyphens, at most 64'
        );
    ELSIF form = 'iri' AND found !~ '^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$' THEN
        PERFORM training.refuse_definition(place, 'must be an absolute IRI');
    ELSIF form = 'uuid' AND found !~* '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' THEN
        PERFORM training.refuse_definition(place, 'must be a UUID (RFC 9562)');
    ELSIF form = 'country' AND found !~ '^[A-Z]{2}$' THEN
        PERFORM training.refuse_definition(place, 'must be a country code of two capital letters (ISO 3166-1 alpha-2)');
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.definition_text(jsonb, text, text, boolean, text) IS
    'A string field of the node, checked by form: text, code, iri, uuid or country; raises 22023 if it does not fit, '
    'or is required and missing. JSON null is missing.';

REVOKE EXECUTE ON FUNCTION training.definition_text(jsonb, text, text, boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_text(jsonb, text, text, boolean, text) TO tessera_service;
