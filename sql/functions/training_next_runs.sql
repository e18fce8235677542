CREATE OR REPLACE FUNCTION training.next_runs(of_pilot bigint) RETURNS SETOF training.pilot
    LANGUAGE sql STABLE ROWS 3
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT later.*
    FROM training.pilot AS earlier
    JOIN training.pilot AS later ON later.starts_on > earlier.starts_on AND (
        later.curriculum_activity_key = earlier.curriculum_activity_key
        -- Any version of the same curriculum, where it is defined here: actions change it.
        OR EXISTS (
            SELECT FROM training.curriculum_version AS before
            JOIN training.curriculum_version AS after USING (curriculum_key)
            WHERE before.activity_key = earlier.curriculum_activity_key
                AND after.activity_key = later.curriculum_activity_key
        )
    )
    WHERE earlier.pilot_key = of_pilot
    ORDER BY later.starts_on, later.code
$$;

COMMENT ON FUNCTION training.next_runs(bigint) IS
    'The pilots of the same curriculum, in whatever version, that start later, of those that the caller may see.';

REVOKE EXECUTE ON FUNCTION training.next_runs(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.next_runs(bigint) TO tessera_service;
