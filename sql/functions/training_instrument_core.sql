CREATE OR REPLACE FUNCTION training.instrument_core(definition jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    -- What may be left out, or be null, is so throughout: two documents that mean the same are equal.
    SELECT jsonb_strip_nulls(
        (definition - 'state' - 'publishedAt' - 'partners')
        || jsonb_build_object(
            'partners',
            (
                SELECT COALESCE(jsonb_agg(code ORDER BY code), '[]')
                FROM jsonb_array_elements_text(COALESCE(NULLIF(definition -> 'partners', 'null'), '[]')) AS code
            ),
            'items',
            (
                SELECT jsonb_agg(
                    CASE WHEN item ->> 'reversed' = 'false' THEN item - 'reversed' ELSE item END ORDER BY place
                )
                FROM jsonb_array_elements(definition -> 'items') WITH ORDINALITY AS items (item, place)
            )
        )
    )
$$;

COMMENT ON FUNCTION training.instrument_core(jsonb) IS
    'What of an instrument''s definition counts when two are compared, in one spelling.';

REVOKE EXECUTE ON FUNCTION training.instrument_core(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.instrument_core(jsonb) TO tessera_service;
