CREATE OR REPLACE FUNCTION analysis.keep_followup_answers(pilots bigint[], agents bigint[], deeds analysis.deed[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT
            s.pilot_key, s.agent_key, COALESCE(s.months_after, -1::smallint) AS months_after,
            COALESCE(s.competence_key, 0) AS competence_key,
            bool_or(s.verb = 'https://w3id.org/xapi/iust/verbs/applied' AND s.success IS NOT FALSE) AS applied
        FROM unnest(deeds) AS s
        WHERE s.phase = 'followup' AND s.agent_key <> 0
        GROUP BY s.pilot_key, s.agent_key, COALESCE(s.months_after, -1::smallint), COALESCE(s.competence_key, 0)
    ),
    kept AS (
        INSERT INTO analysis.followup_answer AS earlier (
            pilot_key, agent_key, months_after, competence_key, applied
        )
        SELECT
            pilot_key, agent_key, months_after, competence_key, applied
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, months_after, competence_key) DO UPDATE SET
            applied = excluded.applied
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.followup_answer AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.months_after =
                gone.months_after AND fresh.competence_key = gone.competence_key
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_followup_answers(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.followup_answer.';

REVOKE EXECUTE ON FUNCTION analysis.keep_followup_answers(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_followup_answers(bigint[], bigint[], analysis.deed[]) TO tessera_service;
