CREATE OR REPLACE FUNCTION analysis.refresh(at_most integer, OUT statements bigint, OUT others bigint)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
DECLARE
    consumer ops.consumer;
    progress analysis.progress;
    moment timestamptz;
    known pg_snapshot;
    last_key bigint;
    xids xid8[];
    keys bigint[];
    pilots bigint[];
    agents bigint[];
    is_done boolean;
BEGIN
    statements := 0;
    others := 0;
    -- Of several nodes one works; the others find nothing to do. The places move in the same transaction.
    SELECT c.* INTO consumer FROM ops.consumer AS c WHERE c.name = 'evaluation' FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT p.* INTO progress FROM analysis.progress AS p FOR UPDATE;
    IF progress.rebuilt_at IS NULL THEN
        statements := analysis.begin_rebuild();
        others := 1;
        RETURN;
    END IF;

    -- What is new: keys are in the order of storing, and no late commit comes before this moment any more.
    moment := lrs.consistent_through();
    known := pg_current_snapshot();
    SELECT
        count(*), COALESCE(max(news.statement_key), progress.statement_key),
        array_agg(news.pilot_key) FILTER (WHERE news.pilot_key IS NOT NULL),
        array_agg(COALESCE(news.actor_key, 0)) FILTER (WHERE news.pilot_key IS NOT NULL)
    INTO statements, last_key, pilots, agents
    FROM (
        SELECT statement.statement_key, statement.pilot_key, statement.actor_key
        FROM lrs.statement
        WHERE statement.statement_key > progress.statement_key
            AND statement.statement_key < lrs.first_key_at(moment + interval '1 millisecond')
        ORDER BY statement.statement_key
        LIMIT at_most
    ) AS news;

    -- What was voided, tied to a pilot later, or brought with a time of storing long ago. Only rows of transactions that
    -- are older than every running one: none can appear behind the place later.
    SELECT array_agg(told.xid), array_agg(told.statement_key) INTO xids, keys
    FROM (
        SELECT outbox.xid, outbox.statement_key
        FROM lrs.outbox
        WHERE (outbox.xid, outbox.statement_key) > (consumer.position_xid, consumer.position_key)
            AND outbox.xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY outbox.xid, outbox.statement_key
        LIMIT at_most
    ) AS told;
    others := COALESCE(cardinality(keys), 0);
    SELECT pilots || array_agg(statement.pilot_key), agents || array_agg(COALESCE(statement.actor_key, 0))
    INTO pilots, agents
    FROM lrs.statement
    WHERE statement.statement_key = ANY (keys) AND statement.pilot_key IS NOT NULL
        AND (statement.voided OR statement.statement_key <= progress.statement_key);

    -- Whom changes of lists and instruments touch.
    WITH taken AS (
        DELETE FROM analysis.due
        WHERE due_key = ANY (ARRAY(
            SELECT d.due_key FROM analysis.due AS d WHERE d.instrument_key IS NOT NULL ORDER BY d.due_key LIMIT at_most
        ))
        RETURNING instrument_key
    )
    INSERT INTO analysis.due (pilot_key, agent_key)
    SELECT DISTINCT sitting.pilot_key, sitting.agent_key
    FROM taken
    JOIN analysis.panel USING (instrument_key)
    JOIN analysis.sitting USING (panel_key);
    WITH taken AS (
        DELETE FROM analysis.due
        WHERE due_key = ANY (ARRAY(
            SELECT d.due_key FROM analysis.due AS d WHERE d.pilot_key IS NOT NULL ORDER BY d.due_key
            LIMIT GREATEST(at_most / 10, 1)
        ))
        RETURNING pilot_key, agent_key
    )
    SELECT others + count(*), pilots || array_agg(taken.pilot_key), agents || array_agg(taken.agent_key)
    INTO others, pilots, agents
    FROM taken;

    SELECT array_agg(pair.pilot_key), array_agg(pair.agent_key) INTO pilots, agents
    FROM (
        SELECT DISTINCT listed.pilot_key, listed.agent_key
        FROM unnest(pilots, agents) AS listed (pilot_key, agent_key)
        ORDER BY listed.pilot_key, listed.agent_key
    ) AS pair;
    IF pilots IS NOT NULL THEN
        PERFORM analysis.keep(pilots, agents);
    END IF;

    IF keys IS NOT NULL THEN
        UPDATE ops.consumer AS c
        SET position_xid = xids[cardinality(xids)], position_key = keys[cardinality(keys)], moved_at = now()
        WHERE c.name = 'evaluation';
    END IF;
    is_done := statements < at_most AND COALESCE(cardinality(keys), 0) < at_most
        AND NOT EXISTS (SELECT FROM analysis.due);
    -- Complete through this moment, if every transaction that may have told the outbox of something before it was over
    -- when the outbox was read. While many come and go, that is seen one step later.
    UPDATE analysis.progress AS p
    SET
        statement_key = last_key,
        through = CASE
            WHEN NOT is_done THEN p.through
            WHEN pg_snapshot_xmin(known) >= pg_snapshot_xmax(known) THEN moment
            WHEN p.next_xid <= pg_snapshot_xmin(known) THEN p.next_through
            ELSE p.through
        END,
        next_through = CASE
            WHEN NOT is_done THEN p.next_through
            WHEN pg_snapshot_xmin(known) >= pg_snapshot_xmax(known) THEN NULL
            WHEN p.next_xid <= pg_snapshot_xmin(known) OR p.next_xid IS NULL THEN moment
            ELSE p.next_through
        END,
        next_xid = CASE
            WHEN NOT is_done THEN p.next_xid
            WHEN pg_snapshot_xmin(known) >= pg_snapshot_xmax(known) THEN NULL
            WHEN p.next_xid <= pg_snapshot_xmin(known) OR p.next_xid IS NULL THEN pg_snapshot_xmax(known)
            ELSE p.next_xid
        END;
    IF progress.through IS NULL AND EXISTS (SELECT FROM analysis.progress AS p WHERE p.through IS NOT NULL) THEN
        PERFORM analysis.take_statistics();
    END IF;
END
$$;

COMMENT ON FUNCTION analysis.refresh(integer) IS
    'Brings the kept rows further by one piece: `at_most` statements that are new, and as many entries of the outbox. '
    'Returns how many statements were new, and how much else there was to do; nothing is left when both are 0. A crash '
    'neither loses nor repeats anything.';

REVOKE EXECUTE ON FUNCTION analysis.refresh(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.refresh(integer) TO tessera_service;
