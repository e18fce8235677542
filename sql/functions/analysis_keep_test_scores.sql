CREATE OR REPLACE FUNCTION analysis.keep_test_scores(pilots bigint[], agents bigint[], deeds analysis.deed[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT
            s.pilot_key, s.agent_key, COALESCE(s.competence_key, 0) AS competence_key,
            (array_agg(s.score_scaled ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'pre'))[1]
                AS pre,
            (array_agg(s.happened ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'pre'))[1]
                AS pre_at,
            (array_agg(s.statement_key ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'pre'))[1]
                AS pre_statement,
            (array_agg(s.score_scaled ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'post'))[1]
                AS post,
            (array_agg(s.happened ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'post'))[1]
                AS post_at,
            (array_agg(s.statement_key ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'post'))[1]
                AS post_statement,
            (array_agg(s.score_scaled ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'followup'))[1]
                AS followup,
            (array_agg(s.happened ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'followup'))[1]
                AS followup_at,
            (array_agg(s.statement_key ORDER BY s.happened DESC, s.statement_key DESC) FILTER (WHERE s.phase = 'followup'))[1]
                AS followup_statement
        FROM unnest(deeds) AS s
        WHERE s.verb IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed')
            AND s.phase IN ('pre', 'post', 'followup') AND s.score_scaled IS NOT NULL AND s.agent_key <> 0
        GROUP BY s.pilot_key, s.agent_key, COALESCE(s.competence_key, 0)
    ),
    kept AS (
        INSERT INTO analysis.test_score AS earlier (
            pilot_key, agent_key, competence_key, pre, pre_at, pre_statement, post, post_at, post_statement, followup,
            followup_at, followup_statement
        )
        SELECT
            pilot_key, agent_key, competence_key, pre, pre_at, pre_statement, post, post_at, post_statement, followup,
            followup_at, followup_statement
        FROM fresh
        ON CONFLICT (pilot_key, agent_key, competence_key) DO UPDATE SET
            pre = excluded.pre, pre_at = excluded.pre_at, pre_statement = excluded.pre_statement, post =
            excluded.post, post_at = excluded.post_at, post_statement = excluded.post_statement, followup =
            excluded.followup, followup_at = excluded.followup_at, followup_statement = excluded.followup_statement
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.test_score AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND NOT EXISTS (
            SELECT FROM fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key AND fresh.competence_key =
                gone.competence_key
        );
END
$$;

COMMENT ON FUNCTION analysis.keep_test_scores(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.test_score.';

REVOKE EXECUTE ON FUNCTION analysis.keep_test_scores(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_test_scores(bigint[], bigint[], analysis.deed[]) TO tessera_service;
