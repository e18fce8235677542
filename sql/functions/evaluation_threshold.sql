-- The one place that knows how small a group may be shown. SECURITY DEFINER, because evaluators may not read ops.
CREATE OR REPLACE FUNCTION evaluation.threshold(purpose text DEFAULT 'internal') RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(
        (SELECT setting.value::integer FROM ops.setting WHERE setting.name = 'disclosure.' || purpose || '_threshold'),
        CASE purpose WHEN 'internal' THEN 5 WHEN 'publication' THEN 10 END
    )
$$;

COMMENT ON FUNCTION evaluation.threshold(text) IS
    'Smallest number of people whose numbers are shown: purpose internal (a partner''s own evaluation; 5) or '
    'publication (published or compared; 10). An installation may set others in ops.setting, under '
    'disclosure.internal_threshold and disclosure.publication_threshold. Null for another purpose.';

REVOKE EXECUTE ON FUNCTION evaluation.threshold(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.threshold(text) TO tessera_evaluator, tessera_reporting, tessera_service;
