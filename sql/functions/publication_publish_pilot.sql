CREATE OR REPLACE FUNCTION publication.publish_pilot(of_pilot text, by_actor text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    meant training.pilot;
    earlier publication.release;
    source name;
    added bigint;
    told bigint := 0;
BEGIN
    SELECT pilot.* INTO meant FROM training.pilot WHERE pilot.code = of_pilot;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no pilot has the code %', of_pilot USING ERRCODE = 'no_data_found';
    ELSIF meant.state NOT IN ('closed', 'reported') THEN
        RAISE EXCEPTION 'the pilot % is %: it is published once it is closed', of_pilot, meant.state
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    -- What is told stands on kept rows, and is told once: not before these are complete.
    IF EXISTS (
        SELECT FROM analysis.progress
        WHERE progress.through IS NULL
            OR EXISTS (SELECT FROM analysis.due)
            OR EXISTS (
                SELECT FROM lrs.statement
                WHERE statement.statement_key > progress.statement_key AND statement.pilot_key = meant.activity_key
            )
    ) THEN
        RAISE EXCEPTION 'not every statement of the pilot % is counted yet', of_pilot
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'tessera evaluation refresh counts them.';
    END IF;
    INSERT INTO publication.release (pilot_key, published_by, threshold)
    VALUES (meant.pilot_key, by_actor, evaluation.threshold('publication'))
    ON CONFLICT (pilot_key) DO NOTHING;
    IF NOT FOUND THEN
        SELECT release.* INTO earlier FROM publication.release WHERE release.pilot_key = meant.pilot_key;
        RAISE EXCEPTION 'the pilot % was published on %', of_pilot, earlier.published_at::date
            USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'What is published twice can be subtracted: the difference may be one person.';
    END IF;
    FOR source IN
        SELECT relname FROM pg_class
        WHERE relnamespace = 'publication'::regnamespace AND relkind = 'v'
        ORDER BY relname
    LOOP
        EXECUTE format(
            'INSERT INTO publication.told (pilot_key, source, position, content)
             SELECT $1, %L, row_number() OVER (ORDER BY one), to_jsonb(one) FROM publication.%I AS one
             WHERE one.pilot = $2',
            source, source
        ) USING meant.pilot_key, of_pilot;
        GET DIAGNOSTICS added = ROW_COUNT;
        told := told + added;
    END LOOP;
    IF told = 0 THEN
        -- For who is neither the service nor acts as it, there are no pilots to the views.
        RAISE EXCEPTION 'the views of schema publication show % nothing of the pilot %', current_user, of_pilot
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'pilot.publish', of_pilot, jsonb_build_object('rows', told));
    RETURN told;
END
$$;

COMMENT ON FUNCTION publication.publish_pilot(text, text) IS
    'Puts together and keeps what schema published tells of a pilot that is closed, once and for all: the rows that the '
    'views of schema publication give at this moment. Returns how many. Raises P0002 where there is no such pilot, or '
    'not for the caller; 55000 where it is not over, was published before, also if that was taken back, or where '
    'analysis.refresh has not taken in every statement of it.';

REVOKE EXECUTE ON FUNCTION publication.publish_pilot(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION publication.publish_pilot(text, text) TO tessera_service;
