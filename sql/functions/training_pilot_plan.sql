CREATE OR REPLACE FUNCTION training.pilot_plan(of_pilot bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
RETURN jsonb_build_object(
    'sessions', (
        SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'heldOn', held_on, 'hours', trim_scale(hours), 'title', title, 'cohort', cohort, 'iri', iri
        )) ORDER BY position), '[]')
        FROM training.pilot_session
        WHERE pilot_key = of_pilot
    ),
    'trainers', (
        SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'role', role, 'organisation', organisation, 'hours', trim_scale(hours)
        )) ORDER BY position), '[]')
        FROM training.pilot_trainer
        WHERE pilot_key = of_pilot
    ),
    'costs', (
        SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'category', category, 'amount', trim_scale(amount), 'currency', currency, 'note', note
        )) ORDER BY position), '[]')
        FROM training.pilot_cost
        WHERE pilot_key = of_pilot
    )
);

COMMENT ON FUNCTION training.pilot_plan(bigint) IS 'A pilot''s plan as training.define_pilot_plan takes it.';

REVOKE EXECUTE ON FUNCTION training.pilot_plan(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.pilot_plan(bigint) TO tessera_service;
