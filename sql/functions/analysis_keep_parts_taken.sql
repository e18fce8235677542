CREATE OR REPLACE FUNCTION analysis.keep_parts_taken(pilots bigint[], agents bigint[], deeds analysis.deed[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT
            s.pilot_key, s.agent_key, s.phase,
            COALESCE(array_agg(DISTINCT s.instrument_key) FILTER (WHERE s.instrument_key IS NOT NULL), '{}')
                AS instrument_keys,
            COALESCE(array_agg(DISTINCT s.object_key) FILTER (WHERE s.object_key IS NOT NULL), '{}') AS object_keys
        FROM unnest(deeds) AS s
        WHERE s.phase IS NOT NULL AND s.agent_key <> 0
        GROUP BY s.pilot_key, s.agent_key, s.phase
    ),
    kept AS (
        INSERT INTO analysis.part_taken AS earlier (
            pilot_key, agent_key, phase, instrument_keys, object_keys
        )
        SELECT
            pilot_key, agent_key, phase, instrument_keys, object_keys
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, phase) DO UPDATE SET
            instrument_keys = excluded.instrument_keys, object_keys = excluded.object_keys
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.part_taken AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.phase = gone.phase
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_parts_taken(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.part_taken.';

REVOKE EXECUTE ON FUNCTION analysis.keep_parts_taken(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_parts_taken(bigint[], bigint[], analysis.deed[]) TO tessera_service;
