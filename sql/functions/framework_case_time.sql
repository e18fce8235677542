CREATE OR REPLACE FUNCTION framework.case_time(moment timestamptz) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || CASE
        WHEN date_trunc('second', moment) = moment THEN ''
        ELSE '.' || rtrim(to_char(moment AT TIME ZONE 'UTC', 'US'), '0')
    END
    || 'Z';

COMMENT ON FUNCTION framework.case_time(timestamptz) IS
    'A time as CASE writes it (RFC 3339), in UTC, with no more digits than it has.';

REVOKE EXECUTE ON FUNCTION framework.case_time(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_time(timestamptz) TO tessera_service;
