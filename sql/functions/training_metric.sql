CREATE OR REPLACE FUNCTION training.metric(of_pilot text, of_view text, of_key jsonb, of_column text)
    RETURNS TABLE (value numeric, people bigint, suppressed boolean, measured_at timestamptz)
    LANGUAGE plpgsql STABLE ROWS 1
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT
            measured.%1$I::numeric, measured.n::bigint, measured.%1$I IS NULL AND measured.suppressed, measured.as_of
        FROM evaluation.%2$I AS measured
        WHERE measured.pilot = $1 AND NOT EXISTS (
            SELECT FROM jsonb_each_text($2) AS wanted (name, value)
            WHERE to_jsonb(measured) ->> wanted.name IS DISTINCT FROM wanted.value
        )',
        of_column, of_view
    ) USING of_pilot, of_key;
END
$$;

COMMENT ON FUNCTION training.metric(text, text, jsonb, text) IS
    'A number of a pilot as an evaluator of the asking partner reads it: of each row of the view that has the key''s '
    'values, compared as text, the column, n, whether the number is hidden, and as_of. Names are checked before, by '
    'training.definition_metric.';

REVOKE EXECUTE ON FUNCTION training.metric(text, text, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.metric(text, text, jsonb, text) TO tessera_service;
