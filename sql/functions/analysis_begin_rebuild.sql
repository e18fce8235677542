-- SECURITY DEFINER: the service may not empty tables at one stroke.
CREATE OR REPLACE FUNCTION analysis.begin_rebuild() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET jit = off
AS $$
DECLARE
    last_key bigint;
    found_statements bigint;
BEGIN
    -- Whoever works at the moment finishes the piece.
    PERFORM FROM ops.consumer AS c WHERE c.name = 'evaluation' FOR UPDATE;
    PERFORM FROM analysis.progress FOR UPDATE;
    TRUNCATE
        analysis.participation, analysis.time_spent, analysis.part_taken, analysis.test_score, analysis.own_level,
        analysis.shown_level, analysis.followup_answer, analysis.rating, analysis.panel, analysis.sitting,
        analysis.item_sum, analysis.item_change, analysis.finding, analysis.found;
    -- What is told after this snapshot is read once more, which changes nothing.
    UPDATE ops.consumer AS c
    SET position_xid = pg_snapshot_xmin(pg_current_snapshot()), position_key = 0, moved_at = now()
    WHERE c.name = 'evaluation';
    last_key := lrs.first_key_at(lrs.consistent_through() + interval '1 millisecond') - 1;
    WITH acted AS MATERIALIZED (
        SELECT statement.pilot_key, COALESCE(statement.actor_key, 0) AS agent_key, count(*) AS statements
        FROM lrs.statement
        WHERE statement.pilot_key IS NOT NULL
        GROUP BY statement.pilot_key, COALESCE(statement.actor_key, 0)
    ),
    queued AS (
        INSERT INTO analysis.due (pilot_key, agent_key)
        SELECT acted.pilot_key, acted.agent_key FROM acted ORDER BY acted.pilot_key, acted.agent_key
    )
    SELECT COALESCE(sum(acted.statements), 0) INTO found_statements FROM acted;
    UPDATE analysis.progress
    SET statement_key = last_key, through = NULL, next_through = NULL, next_xid = NULL, rebuilt_at = now();
    RETURN found_statements;
END
$$;

COMMENT ON FUNCTION analysis.begin_rebuild() IS
    'Empties the kept rows and queues every actor of every pilot, so that analysis.refresh makes all anew; returns how '
    'many statements they have. Until it is done the views of evaluation show what there is, and no as_of.';

REVOKE EXECUTE ON FUNCTION analysis.begin_rebuild() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.begin_rebuild() TO tessera_service;
