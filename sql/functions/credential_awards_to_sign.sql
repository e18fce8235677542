CREATE OR REPLACE FUNCTION credential.awards_to_sign(at_most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql ROWS 100
    SET search_path = pg_catalog, pg_temp
    -- From the index of those that wait, in its order, whatever the planner knows of how many that are.
    SET enable_seqscan = off
    SET enable_bitmapscan = off
    SET enable_sort = off
AS $$
BEGIN
    RETURN QUERY
    SELECT award.award_key
    FROM credential.award
    WHERE NOT award.signed AND award.withdrawn_at IS NULL AND award.decision IN ('unneeded', 'approved')
    ORDER BY award.award_key
    LIMIT at_most
    FOR UPDATE SKIP LOCKED;
END
$$;

COMMENT ON FUNCTION credential.awards_to_sign(integer) IS
    'The next awards that wait for their credential, locked for whoever signs them; others get other ones.';

REVOKE EXECUTE ON FUNCTION credential.awards_to_sign(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.awards_to_sign(integer) TO tessera_service;
