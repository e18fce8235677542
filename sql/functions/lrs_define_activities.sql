CREATE OR REPLACE FUNCTION lrs.define_activities(iris text[], types text[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    keys bigint[];
BEGIN
    -- Before any row is locked: what settles has the rows after the lock, too.
    PERFORM pg_advisory_xact_lock(hashtextextended('lrs.settle_activities', 0));
    WITH told AS (
        INSERT INTO lrs.activity AS activity (iri, type)
        SELECT named.iri, min(named.type)
        FROM unnest(iris, types) AS named (iri, type)
        WHERE named.iri IS NOT NULL
        GROUP BY named.iri
        -- Every writer's order, so that none waits in a circle.
        ORDER BY named.iri COLLATE "C"
        ON CONFLICT (iri) DO UPDATE SET type = excluded.type WHERE activity.type IS DISTINCT FROM excluded.type
        RETURNING activity.activity_key
    )
    SELECT array_agg(activity_key) INTO keys FROM told;
    IF keys IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO lrs.unsettled_activity AS earlier (activity_key)
    SELECT key FROM unnest(keys) AS key ORDER BY key
    ON CONFLICT (activity_key) DO UPDATE SET since = excluded.since;
    PERFORM lrs.settle_activities(keys);
END
$$;

COMMENT ON FUNCTION lrs.define_activities(text[], text[]) IS
    'Writes the rows of activities with their types, so that ingest recognises them even where a platform leaves the '
    'type out, and ties the statements to them that came before.';

REVOKE EXECUTE ON FUNCTION lrs.define_activities(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.define_activities(text[], text[]) TO tessera_service;
