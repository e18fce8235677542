CREATE OR REPLACE FUNCTION training.settle_references(after interval) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    keys bigint[];
    items text[];
    settled bigint := 0;
BEGIN
    -- Another server may be at it, which then does it for all; or somebody defines something: there is a next time.
    IF NOT pg_try_advisory_xact_lock(hashtextextended('lrs.settle_activities', 0)) THEN
        RETURN 0;
    END IF;

    -- Competences that the framework knows: whatever host serves their IRIs, the identifier tells what they are.
    SELECT array_agg(activity.iri) INTO items
    FROM lrs.activity
    JOIN framework.item ON item.identifier = activity.cf_identifier
    WHERE activity.type IS NULL AND activity.cf_identifier IS NOT NULL AND item.kind IN ('competence', 'level');
    IF items IS NOT NULL THEN
        PERFORM lrs.define_activities(
            items, array_fill('https://w3id.org/xapi/tla/activity-types/competency'::text, ARRAY[cardinality(items)])
        );
    END IF;

    WITH taken AS (
        DELETE FROM lrs.unsettled_activity
        WHERE since <= clock_timestamp() - after
        RETURNING activity_key
    )
    SELECT array_agg(activity_key) INTO keys FROM taken;
    IF keys IS NOT NULL THEN
        settled := lrs.settle_activities(keys);
    END IF;
    RETURN settled;
END
$$;

COMMENT ON FUNCTION training.settle_references(interval) IS
    'Ties statements to what was defined at least so long ago: those that a server stored before it knew of the '
    'definition. Also tells the type of activities that are competences or levels of a framework here. Servers call it '
    'from time to time; returns how many statements it changed.';

REVOKE EXECUTE ON FUNCTION training.settle_references(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.settle_references(interval) TO tessera_service;
