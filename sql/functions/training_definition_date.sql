CREATE OR REPLACE FUNCTION training.definition_date(node jsonb, pointer text, field text, required boolean) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found text := training.definition_text(node, pointer, field, required);
BEGIN
    IF found !~ '^\d{4}-\d\d-\d\d$' THEN
        PERFORM training.refuse_definition(pointer || '/' || field, 'must be a day as YYYY-MM-DD');
    END IF;
    RETURN found::date;
EXCEPTION
    WHEN datetime_field_overflow THEN
        PERFORM training.refuse_definition(pointer || '/' || field, 'must be a day of the calendar');
END
$$;

COMMENT ON FUNCTION training.definition_date(jsonb, text, text, boolean) IS
    'A field of the node that is a day as YYYY-MM-DD; raises 22023 if it is not, or is required and missing.';

REVOKE EXECUTE ON FUNCTION training.definition_date(jsonb, text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_date(jsonb, text, text, boolean) TO tessera_service;
