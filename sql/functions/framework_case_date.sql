CREATE OR REPLACE FUNCTION framework.case_date(text text) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN make_date(
    substring(text FROM 1 FOR 4)::integer, substring(text FROM 6 FOR 2)::integer,
    substring(text FROM 9 FOR 2)::integer
) END;

COMMENT ON FUNCTION framework.case_date(text) IS 'The day of a date of CASE, which may have a time.';

REVOKE EXECUTE ON FUNCTION framework.case_date(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_date(text) TO tessera_service;
