CREATE OR REPLACE FUNCTION analysis.keep_shown_levels(pilots bigint[], agents bigint[], deeds analysis.deed[])
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
            CASE WHEN s.phase IN ('pre', 'followup') THEN s.phase ELSE 'post' END AS phase,
            max(s.level) AS level, bool_or(s.level IS NULL) AS is_shown
        FROM unnest(deeds) AS s
        WHERE s.verb IN ('http://adlnet.gov/expapi/verbs/passed', 'https://w3id.org/xapi/tla/verbs/achieved')
            AND s.success IS NOT FALSE AND s.level_method IS DISTINCT FROM 'self' AND s.competence_key IS NOT NULL
            AND s.agent_key <> 0
        GROUP BY
            s.pilot_key, s.agent_key, s.competence_key,
            CASE WHEN s.phase IN ('pre', 'followup') THEN s.phase ELSE 'post' END
    ),
    kept AS (
        INSERT INTO analysis.shown_level AS earlier (
            pilot_key, agent_key, competence_key, phase, level, is_shown
        )
        SELECT
            pilot_key, agent_key, competence_key, phase, level, is_shown
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, competence_key, phase) DO UPDATE SET
            level = excluded.level, is_shown = excluded.is_shown
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.shown_level AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.competence_key =
                gone.competence_key AND fresh.phase = gone.phase
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_shown_levels(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.shown_level.';

REVOKE EXECUTE ON FUNCTION analysis.keep_shown_levels(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_shown_levels(bigint[], bigint[], analysis.deed[]) TO tessera_service;
