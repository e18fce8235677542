CREATE OR REPLACE FUNCTION training.pilot_states(of_pilot bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object(
        'state', pilot.state,
        'next', (
            SELECT jsonb_build_object(
                'state', following.state,
                'unmet', (
                    SELECT COALESCE(
                        jsonb_agg(jsonb_build_object('demand', lacking.demand, 'detail', lacking.detail)), '[]'
                    )
                    FROM training.pilot_demands(pilot.pilot_key, following.state, NULL, NULL, NULL) AS lacking
                )
            )
            FROM (VALUES ('planned', 'running'), ('running', 'closed'), ('closed', 'reported'))
                AS following (earlier, state)
            WHERE following.earlier = pilot.state
        ),
        'history', (
            SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'at', move.moved_at, 'from', move.from_state, 'to', move.to_state, 'by', move.moved_by,
                'byDefinition', move.by_definition, 'reason', move.reason
            )) ORDER BY move.transition_key), '[]')
            FROM training.pilot_transition AS move
            WHERE move.pilot_key = pilot.pilot_key
        )
    )
    FROM training.pilot
    WHERE pilot.pilot_key = of_pilot
$$;

COMMENT ON FUNCTION training.pilot_states(bigint) IS
    'A pilot''s state, what it lacks for the next one (null when there is none), and how it came to be.';

REVOKE EXECUTE ON FUNCTION training.pilot_states(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.pilot_states(bigint) TO tessera_service;
