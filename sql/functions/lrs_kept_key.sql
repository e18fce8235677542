-- STABLE, so that it sees the store as the statement that calls it does.
CREATE OR REPLACE FUNCTION lrs.kept_key(stored timestamptz, nth integer) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    first_key bigint := lrs.first_key_at(stored);
    place bigint;
BEGIN
    SELECT coalesce(max(s.statement_key), first_key - 1) + nth INTO place
    FROM lrs.statement AS s
    WHERE s.statement_key >= first_key AND s.statement_key < first_key + 1048576;
    -- Where one has so high a place that there is no room behind it, any place will do; should it be taken, the unique
    -- index says so, and the batch is sent again.
    IF place >= first_key + 1048576 THEN
        place := first_key + floor(random() * 1048576)::bigint;
    END IF;
    RETURN place;
END
$$;

COMMENT ON FUNCTION lrs.kept_key(timestamptz, integer) IS
    'The statement_key of a statement that keeps the time of storing which another store gave it: in that millisecond, '
    'the nth behind those that are there. So statements of one millisecond keep the order in which they are brought.';

REVOKE EXECUTE ON FUNCTION lrs.kept_key(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.kept_key(timestamptz, integer) TO tessera_service;
