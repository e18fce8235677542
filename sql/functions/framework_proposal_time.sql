CREATE OR REPLACE FUNCTION framework.proposal_time(moment timestamptz) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

COMMENT ON FUNCTION framework.proposal_time(timestamptz) IS
    'A time as proposals have it: in UTC, with all its digits, whatever the session says.';

REVOKE EXECUTE ON FUNCTION framework.proposal_time(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_time(timestamptz) TO tessera_service;
