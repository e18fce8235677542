CREATE OR REPLACE FUNCTION analysis.keep_ratings(pilots bigint[], agents bigint[], deeds analysis.deed[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT DISTINCT ON (s.pilot_key, s.agent_key, told.registration, told.months_after, s.competence_key)
            s.pilot_key, s.agent_key, told.registration, told.months_after, s.competence_key,
            s.success IS NOT FALSE AS applied, s.happened AS rated_at, s.statement_key
        FROM unnest(deeds) AS s
        CROSS JOIN LATERAL (
            SELECT
                COALESCE(s.registration, '00000000-0000-0000-0000-000000000000') AS registration,
                COALESCE(s.months_after, -1::smallint) AS months_after
        ) AS told
        WHERE s.phase = 'followup' AND s.verb = 'https://w3id.org/xapi/iust/verbs/applied'
            AND s.competence_key IS NOT NULL
        ORDER BY
            s.pilot_key, s.agent_key, told.registration, told.months_after, s.competence_key, s.happened DESC,
            s.statement_key DESC
    ),
    kept AS (
        INSERT INTO analysis.rating AS earlier (
            pilot_key, agent_key, registration, months_after, competence_key, applied, rated_at, statement_key
        )
        SELECT
            pilot_key, agent_key, registration, months_after, competence_key, applied, rated_at, statement_key
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, registration, months_after, competence_key) DO UPDATE SET
            applied = excluded.applied, rated_at = excluded.rated_at, statement_key = excluded.statement_key
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.rating AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.registration =
                gone.registration AND fresh.months_after = gone.months_after AND fresh.competence_key =
                gone.competence_key
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_ratings(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.rating.';

REVOKE EXECUTE ON FUNCTION analysis.keep_ratings(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_ratings(bigint[], bigint[], analysis.deed[]) TO tessera_service;
