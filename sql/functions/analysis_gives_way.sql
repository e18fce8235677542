CREATE OR REPLACE FUNCTION analysis.gives_way() RETURNS boolean
    -- Stable, so that it tells of the moment before what else the statement that calls it does.
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
DECLARE
    -- A variable, for the index does not serve a comparison with a clock that goes on.
    last_second bigint := lrs.first_key_at(clock_timestamp() - interval '1 second');
BEGIN
    RETURN
        -- While all is made anew there is no such moment.
        EXISTS (SELECT FROM analysis.progress WHERE progress.through >= clock_timestamp() - interval '5 minutes')
        AND (
            SELECT count(*)
            FROM (SELECT FROM lrs.statement WHERE statement.statement_key >= last_second LIMIT 500) AS latest
        ) = 500;
END
$$;

COMMENT ON FUNCTION analysis.gives_way() IS
    'Whether ingest comes first for now: while 500 statements and more come in a second, and the kept rows are complete '
    'through a moment that is no more than five minutes ago.';

REVOKE EXECUTE ON FUNCTION analysis.gives_way() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.gives_way() TO tessera_service;
