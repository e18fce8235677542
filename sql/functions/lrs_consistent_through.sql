CREATE OR REPLACE FUNCTION lrs.consistent_through() RETURNS timestamptz
    LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
    -- The clock first, the locks after it: whoever announces in between stores at this moment or later.
    WITH clock AS MATERIALIZED (
        SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint - 946684800000 AS now_ms
    )
    SELECT to_timestamp((least(clock.now_ms, storing.since_ms) - 1 + 946684800000) / 1000.0)
    FROM clock
    CROSS JOIN LATERAL (
        SELECT min(((held.classid::bigint - 1416852818) << 31) | held.objid::bigint) AS since_ms
        FROM pg_locks AS held
        WHERE held.locktype = 'advisory'
            AND held.objsubid = 2
            AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND held.classid BETWEEN 1416852818 AND 1416852818 + 4096
            -- Refers to the clock, so that the locks are read after it.
            AND clock.now_ms IS NOT NULL
    ) AS storing
$$;

COMMENT ON FUNCTION lrs.consistent_through() IS
    'The moment through which every statement is there to be read (xAPI 2.0 §4.1.3.3, X-Experience-API-Consistent-Through): '
    'a millisecond before the earliest announcement of a transaction that is still storing, or before now. Ask for it in '
    'a statement of its own before the statement that reads, so that what was committed in between is only extra.';

REVOKE EXECUTE ON FUNCTION lrs.consistent_through() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.consistent_through() TO tessera_service;
