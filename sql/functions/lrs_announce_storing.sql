CREATE OR REPLACE FUNCTION lrs.announce_storing(refers boolean) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    now_ms bigint;
BEGIN
    -- A statement and the one that voids it, or refers to it, may arrive in the same moment from two processes. So who
    -- brings references has the store to itself; it is rare, and short.
    IF refers THEN
        PERFORM pg_advisory_xact_lock(1416852817, 0);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(1416852817, 0);
    END IF;
    now_ms := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint - 946684800000;
    PERFORM pg_advisory_xact_lock_shared((1416852818 + (now_ms >> 31))::integer, (now_ms & 2147483647)::integer);
END
$$;

COMMENT ON FUNCTION lrs.announce_storing(boolean) IS
    'Called by a transaction in a statement of its own before it stores statements; `refers` when some of them refer '
    'to others. Holds a shared advisory lock whose two numbers are this moment (milliseconds since 2000-01-01 UTC: high '
    'part + 1416852818, low 31 bits) until the transaction ends: lrs.consistent_through reads it in pg_locks.';

REVOKE EXECUTE ON FUNCTION lrs.announce_storing(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.announce_storing(boolean) TO tessera_service;
