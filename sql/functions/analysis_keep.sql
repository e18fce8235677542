CREATE OR REPLACE FUNCTION analysis.keep(pilots bigint[], agents bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    deeds analysis.deed[];
BEGIN
    -- Sums change by what rows were before: of two who keep the same actor's, the second must see what the first did.
    PERFORM FROM analysis.progress FOR UPDATE;
    deeds := analysis.deeds_of(pilots, agents);
    PERFORM analysis.keep_participation(pilots, agents, deeds);
    PERFORM analysis.keep_time_spent(pilots, agents, deeds);
    PERFORM analysis.keep_parts_taken(pilots, agents, deeds);
    PERFORM analysis.keep_test_scores(pilots, agents, deeds);
    PERFORM analysis.keep_own_levels(pilots, agents, deeds);
    PERFORM analysis.keep_shown_levels(pilots, agents, deeds);
    PERFORM analysis.keep_followup_answers(pilots, agents, deeds);
    PERFORM analysis.keep_ratings(pilots, agents, deeds);
    PERFORM analysis.keep_sittings(pilots, agents, deeds);
    PERFORM analysis.keep_findings(pilots, agents, deeds);
END
$$;

COMMENT ON FUNCTION analysis.keep(bigint[], bigint[]) IS
    'Makes the kept rows of pilots (activities) and their actors anew, which the arrays name in pairs, each once, and '
    'changes the sums by the difference. What it reads are their own statements, found by index. Where there are none '
    'any more, nothing is left.';

REVOKE EXECUTE ON FUNCTION analysis.keep(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep(bigint[], bigint[]) TO tessera_service;
