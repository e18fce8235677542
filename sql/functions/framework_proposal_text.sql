CREATE OR REPLACE FUNCTION framework.proposal_text(
    node jsonb, pointer text, field text, required boolean, form text DEFAULT 'text', most integer DEFAULT 10000
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
            PERFORM framework.refuse_proposal(place, 'is required');
        END IF;
        RETURN NULL;
    END IF;
    IF jsonb_typeof(node -> field) <> 'string' THEN
        PERFORM framework.refuse_proposal(place, 'must be a string');
    ELSIF btrim(found, E' \t\r\n') = '' OR length(found) > most THEN
        PERFORM framework.refuse_proposal(place, format('must have 1 to %s characters, not only blanks', most));
    ELSIF form = 'language' AND found !~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' THEN
        PERFORM framework.refuse_proposal(place, 'must be the tag of a language, such as fr or de-AT (BCP 47)');
    ELSIF form = 'uuid' AND found !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' THEN
        PERFORM framework.refuse_proposal(place, 'must be a UUID (RFC 9562) in lower case');
    ELSIF form = 'time' AND found !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$' THEN
        PERFORM framework.refuse_proposal(place, 'must be a time in UTC, such as 2026-05-04T09:30:00Z (RFC 3339)');
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION framework.proposal_text(jsonb, text, text, boolean, text, integer) IS
    'A string field of the node, checked by form: text, language, uuid or time; raises SQLSTATE 22023 if it does not '
    'fit, or is required and missing. JSON null is missing.';

REVOKE EXECUTE ON FUNCTION framework.proposal_text(jsonb, text, text, boolean, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_text(jsonb, text, text, boolean, text, integer) TO tessera_service;
