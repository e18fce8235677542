CREATE OR REPLACE FUNCTION analysis.keep_participation(pilots bigint[], agents bigint[], deeds analysis.deed[])
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT
            s.pilot_key, s.agent_key,
            count(*) AS statements, min(s.happened) AS first_at, max(s.happened) AS last_at,
            bool_or(s.verb = 'http://adlnet.gov/expapi/verbs/registered' AND s.object_key = s.pilot_key) IS TRUE
                AS registered,
            bool_or(s.verb = 'http://id.tincanapi.com/verb/unregistered' AND s.object_key = s.pilot_key) IS TRUE
                AS unregistered,
            bool_or(s.verb NOT IN (
                'http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered'
            )) AS active,
            bool_or(s.verb NOT LIKE '%registered') AS started,
            bool_or(tested.is_tested AND s.phase IS DISTINCT FROM 'pre') AS assessed,
            bool_or(s.verb = 'http://adlnet.gov/expapi/verbs/passed' AND s.phase IS DISTINCT FROM 'pre') AS passed,
            bool_or(tested.is_tested AND s.phase = 'pre') IS TRUE AS pre_tested,
            bool_or(tested.is_tested AND s.phase = 'post') IS TRUE AS post_tested,
            bool_or(s.phase = 'followup') IS TRUE AS followed_up,
            sum(LEAST(s.duration, interval '24 hours')) FILTER (
                WHERE s.verb = 'http://adlnet.gov/expapi/verbs/attended' AND s.duration > interval '0'
            ) AS attended,
            array_agg(DISTINCT s.object_key) FILTER (
                WHERE s.verb = 'http://adlnet.gov/expapi/verbs/attended' AND s.object_key IS NOT NULL
            ) AS attended_keys,
            array_agg(DISTINCT s.object_key) FILTER (
                WHERE s.verb = 'http://adlnet.gov/expapi/verbs/completed' AND s.completion IS NOT FALSE
                    AND s.object_key IS NOT NULL
            ) AS completed_keys,
            (
                array_agg(COALESCE(s.instrument_key, s.object_key) ORDER BY s.happened DESC, s.statement_key DESC)
                    FILTER (
                        WHERE s.object_key IS NOT NULL AND s.verb NOT IN (
                            'http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered'
                        )
                    )
            )[1] AS last_activity_key
        FROM unnest(deeds) AS s
        CROSS JOIN LATERAL (
            SELECT
                s.verb IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed') AS is_tested
        ) AS tested
        GROUP BY s.pilot_key, s.agent_key
    ),
    kept AS (
        INSERT INTO analysis.participation AS earlier (
            pilot_key, agent_key, statements, first_at, last_at, enrolled, registered, unregistered, active, started,
            assessed, passed, pre_tested, post_tested, followed_up, attended, attended_keys, completed_keys,
            last_activity_key
        )
        SELECT
            fresh.pilot_key, fresh.agent_key, statements, first_at, last_at,
            registered AND fresh.agent_key <> 0 OR EXISTS (
                SELECT FROM training.pilot
                JOIN training.enrolment ON enrolment.pilot_key = pilot.pilot_key
                WHERE pilot.activity_key = fresh.pilot_key AND enrolment.agent_key = fresh.agent_key
            ),
            registered, unregistered, active, started, assessed, passed, pre_tested, post_tested, followed_up, attended,
            attended_keys, completed_keys, last_activity_key
        FROM fresh
        ON CONFLICT (pilot_key, agent_key) DO UPDATE SET
            statements = excluded.statements, first_at = excluded.first_at, last_at = excluded.last_at,
            enrolled = excluded.enrolled, registered = excluded.registered, unregistered = excluded.unregistered,
            active = excluded.active, started = excluded.started, assessed = excluded.assessed,
            passed = excluded.passed, pre_tested = excluded.pre_tested, post_tested = excluded.post_tested,
            followed_up = excluded.followed_up, attended = excluded.attended, attended_keys = excluded.attended_keys,
            completed_keys = excluded.completed_keys, last_activity_key = excluded.last_activity_key
        WHERE earlier.* IS DISTINCT FROM excluded.*
    )
    DELETE FROM analysis.participation AS gone
    USING unnest(pilots, agents) AS pair (pilot_key, agent_key)
    WHERE gone.pilot_key = pair.pilot_key AND gone.agent_key = pair.agent_key
        AND (gone.pilot_key, gone.agent_key) NOT IN (SELECT fresh.pilot_key, fresh.agent_key FROM fresh);
END
$$;

COMMENT ON FUNCTION analysis.keep_participation(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.participation.';

REVOKE EXECUTE ON FUNCTION analysis.keep_participation(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_participation(bigint[], bigint[], analysis.deed[]) TO tessera_service;
