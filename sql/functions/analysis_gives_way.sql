CREATE OR REPLACE FUNCTION analysis.gives_way() RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
DECLARE
    -- Variables, for the index does not serve a comparison with a clock that goes on.
    last_second bigint := lrs.first_key_at(clock_timestamp() - interval '1 second');
    far_behind bigint := lrs.first_key_at(clock_timestamp() - interval '5 minutes');
BEGIN
    RETURN
        (
            SELECT count(*)
            FROM (SELECT FROM lrs.statement WHERE statement.statement_key >= last_second LIMIT 500) AS latest
        ) = 500
        AND EXISTS (SELECT FROM analysis.progress WHERE progress.statement_key >= far_behind);
END
$$;

COMMENT ON FUNCTION analysis.gives_way() IS
    'Whether ingest comes first for now: while 500 statements and more come in a second, and the kept rows are no more '
    'than five minutes behind.';

REVOKE EXECUTE ON FUNCTION analysis.gives_way() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.gives_way() TO tessera_service;
