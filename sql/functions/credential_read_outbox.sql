CREATE OR REPLACE FUNCTION credential.read_outbox(at_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    consumer ops.consumer;
    xids xid8[];
    keys bigint[];
BEGIN
    -- Of several nodes one reads; the others find nothing to do. The place moves in the same transaction.
    SELECT c.* INTO consumer FROM ops.consumer AS c WHERE c.name = 'awarding' FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    -- Only rows of transactions that are older than every running one: none can appear behind the place later.
    SELECT array_agg(o.xid), array_agg(o.statement_key) INTO xids, keys
    FROM (
        SELECT outbox.xid, outbox.statement_key
        FROM lrs.outbox
        WHERE (outbox.xid, outbox.statement_key) > (consumer.position_xid, consumer.position_key)
            AND outbox.xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY outbox.xid, outbox.statement_key
        LIMIT at_most
    ) AS o;
    IF keys IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM credential.take_evidence(ARRAY(SELECT DISTINCT key FROM unnest(keys) AS key ORDER BY key));
    UPDATE ops.consumer AS c
    SET position_xid = xids[cardinality(xids)], position_key = keys[cardinality(keys)], moved_at = now()
    WHERE c.name = 'awarding';
    RETURN cardinality(keys);
END
$$;

COMMENT ON FUNCTION credential.read_outbox(integer) IS
    'Takes the next rows of the outbox into credential.evidence, and returns how many. A crash neither loses nor '
    'repeats anything.';

REVOKE EXECUTE ON FUNCTION credential.read_outbox(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.read_outbox(integer) TO tessera_service;
