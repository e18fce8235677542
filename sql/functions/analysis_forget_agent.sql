CREATE OR REPLACE FUNCTION analysis.forget_agent(agent bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pilots bigint[] := ARRAY(
        SELECT participation.pilot_key FROM analysis.participation WHERE participation.agent_key = agent
    );
BEGIN
    PERFORM analysis.keep(pilots, array_fill(agent, ARRAY[cardinality(pilots)]));
END
$$;

COMMENT ON FUNCTION analysis.forget_agent(bigint) IS
    'Makes the kept rows of an actor anew in every pilot: called in the transaction that takes the actor''s statements '
    'away, after it, it leaves none of them, and sums without them.';

REVOKE EXECUTE ON FUNCTION analysis.forget_agent(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.forget_agent(bigint) TO tessera_service;
