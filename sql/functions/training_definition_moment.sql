CREATE OR REPLACE FUNCTION training.definition_moment(node jsonb, pointer text, field text, required boolean)
    RETURNS timestamptz
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found text := training.definition_text(node, pointer, field, required);
BEGIN
    IF found !~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$' THEN
        PERFORM training.refuse_definition(
            pointer || '/' || field, 'must be a moment, such as 2026-11-28T10:00:00.123456Z'
        );
    END IF;
    RETURN found::timestamptz;
EXCEPTION
    WHEN datetime_field_overflow OR invalid_datetime_format THEN
        PERFORM training.refuse_definition(
            pointer || '/' || field, 'must be a moment, such as 2026-11-28T10:00:00.123456Z'
        );
END
$$;

COMMENT ON FUNCTION training.definition_moment(jsonb, text, text, boolean) IS
    'A moment in a field of the node, with its offset from UTC (ISO 8601); raises 22023 if it is none, or is required '
    'and missing.';

REVOKE EXECUTE ON FUNCTION training.definition_moment(jsonb, text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_moment(jsonb, text, text, boolean) TO tessera_service;
