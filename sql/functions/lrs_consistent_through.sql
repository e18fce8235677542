CREATE OR REPLACE FUNCTION lrs.consistent_through() RETURNS timestamptz
    -- plpgsql, since it keeps its plan: SQL would be planned at each call.
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    now_ms bigint;
    since_ms bigint;
BEGIN
    -- The clock first, the locks after it: whoever announces in between stores at this moment or later.
    now_ms := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint - 946684800000;
    since_ms := (
        SELECT min(((held.classid::bigint - 1416852818) << 31) | held.objid::bigint)
        FROM pg_locks AS held
        WHERE held.locktype = 'advisory'
            AND held.objsubid = 2
            AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND held.classid BETWEEN 1416852818 AND 1416852818 + 4096
    );
    RETURN to_timestamp((least(now_ms, since_ms) - 1 + 946684800000) / 1000.0);
END
$$;

COMMENT ON FUNCTION lrs.consistent_through() IS
    'The moment through which every statement is there to be read (xAPI 2.0 §4.1.3.3, X-Experience-API-Consistent-Through): '
    'a millisecond before the earliest announcement of a transaction that is still storing, or before now. Ask for it in '
    'a statement of its own before the statement that reads, so that what was committed in between is only extra.';

REVOKE EXECUTE ON FUNCTION lrs.consistent_through() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.consistent_through() TO tessera_service;
