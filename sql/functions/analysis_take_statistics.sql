-- SECURITY DEFINER: only the owner of a table may analyze it.
CREATE OR REPLACE FUNCTION analysis.take_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    ANALYZE
        analysis.participation, analysis.time_spent, analysis.part_taken, analysis.test_score, analysis.own_level,
        analysis.shown_level, analysis.followup_answer, analysis.rating, analysis.panel, analysis.sitting,
        analysis.item_sum, analysis.item_change, analysis.finding, analysis.found;
END
$$;

COMMENT ON FUNCTION analysis.take_statistics() IS
    'Tells the planner how many kept rows there are: after they were made anew, before autovacuum comes by.';

REVOKE EXECUTE ON FUNCTION analysis.take_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.take_statistics() TO tessera_service;
