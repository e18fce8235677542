CREATE OR REPLACE FUNCTION analysis.keep_own_levels(pilots bigint[], agents bigint[], deeds analysis.deed[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT
            s.pilot_key, s.agent_key, s.competence_key,
            max(last.told) FILTER (WHERE s.phase = 'pre') AS pre,
            max(last.told) FILTER (WHERE s.phase = 'post') AS post,
            max(last.told) FILTER (WHERE s.phase = 'followup') AS followup
        FROM unnest(deeds) AS s
        CROSS JOIN LATERAL (
            SELECT ARRAY[(extract(epoch FROM s.happened) * 1000000)::bigint, s.statement_key, s.level] AS told
        ) AS last
        WHERE s.verb = 'https://w3id.org/xapi/iust/verbs/self-assessed'
            AND s.phase IN ('pre', 'post', 'followup') AND s.level IS NOT NULL AND s.competence_key IS NOT NULL
            AND s.agent_key <> 0
        GROUP BY s.pilot_key, s.agent_key, s.competence_key
    ),
    kept AS (
        INSERT INTO analysis.own_level AS earlier (pilot_key, agent_key, competence_key, pre, post, followup)
        SELECT pilot_key, agent_key, competence_key, pre, post, followup
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, competence_key) DO UPDATE SET
            pre = excluded.pre, post = excluded.post, followup = excluded.followup
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.own_level AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.competence_key =
                gone.competence_key
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_own_levels(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.own_level.';

REVOKE EXECUTE ON FUNCTION analysis.keep_own_levels(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_own_levels(bigint[], bigint[], analysis.deed[]) TO tessera_service;
