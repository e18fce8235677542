CREATE OR REPLACE FUNCTION analysis.keep_time_spent(pilots bigint[], agents bigint[], deeds analysis.deed[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT s.pilot_key, s.agent_key, s.verb_key, sum(LEAST(s.duration, interval '24 hours')) AS duration
        FROM unnest(deeds) AS s
        WHERE s.duration > interval '0' AND s.agent_key <> 0
        GROUP BY s.pilot_key, s.agent_key, s.verb_key
    ),
    kept AS (
        INSERT INTO analysis.time_spent AS earlier (
            pilot_key, agent_key, verb_key, duration
        )
        SELECT
            pilot_key, agent_key, verb_key, duration
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, verb_key) DO UPDATE SET
            duration = excluded.duration
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.time_spent AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.verb_key =
                gone.verb_key
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_time_spent(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.time_spent.';

REVOKE EXECUTE ON FUNCTION analysis.keep_time_spent(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_time_spent(bigint[], bigint[], analysis.deed[]) TO tessera_service;
