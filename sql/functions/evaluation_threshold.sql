-- The one place that knows how small a group may be shown. SECURITY DEFINER, because evaluators may not read ops.
CREATE OR REPLACE FUNCTION evaluation.threshold(purpose text DEFAULT 'internal') RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    -- The least that a setting may be stands here as well: whoever writes settings otherwise cannot undercut it.
    SELECT
        CASE purpose
            WHEN 'internal' THEN given.internal
            WHEN 'publication' THEN GREATEST(given.publication, given.internal)
        END
    FROM (
        SELECT
            GREATEST(COALESCE(max(value::integer) FILTER (WHERE name = 'disclosure.internal_threshold'), 5), 3)
                AS internal,
            COALESCE(max(value::integer) FILTER (WHERE name = 'disclosure.publication_threshold'), 10) AS publication
        FROM ops.setting
        WHERE name IN ('disclosure.internal_threshold', 'disclosure.publication_threshold')
    ) AS given
$$;

COMMENT ON FUNCTION evaluation.threshold(text) IS
    'Smallest number of people whose numbers are shown: purpose internal (a partner''s own evaluation; 5) or '
    'publication (published or compared; 10). An installation may set others by publication.set_thresholds; publication '
    'is never less than internal, nor that less than 3. Null for another purpose.';

REVOKE EXECUTE ON FUNCTION evaluation.threshold(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.threshold(text) TO tessera_evaluator, tessera_reporting, tessera_service;
