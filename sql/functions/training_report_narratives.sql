CREATE OR REPLACE FUNCTION training.report_narratives(of_report bigint) RETURNS SETOF training.report_narrative
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT DISTINCT ON (narrative.section, narrative.language) narrative.*
    FROM training.report_narrative AS narrative
    WHERE narrative.report_key = of_report
    ORDER BY narrative.section, narrative.language, narrative.narrative_key DESC
$$;

COMMENT ON FUNCTION training.report_narratives(bigint) IS
    'The texts of a report that count: the last of each section and language.';

REVOKE EXECUTE ON FUNCTION training.report_narratives(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_narratives(bigint) TO tessera_service;
