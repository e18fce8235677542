CREATE OR REPLACE FUNCTION lrs.settle_activities(keys bigint[]) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    settled bigint[];
BEGIN
    -- Those who settle at the same time would write the same rows.
    PERFORM pg_advisory_xact_lock(hashtextextended('lrs.settle_activities', 0));

    WITH named AS (
        SELECT link.statement_key, link.role, activity.activity_key, kind.name AS kind
        FROM lrs.activity
        JOIN (
            VALUES
                ('https://w3id.org/xapi/iust/activity-types/pilot', 'pilot'),
                ('https://w3id.org/xapi/iust/activity-types/curriculum', 'curriculum'),
                ('https://w3id.org/xapi/iust/activity-types/staff-profile', 'profile'),
                ('http://adlnet.gov/expapi/activities/assessment', 'instrument'),
                ('https://w3id.org/xapi/iust/activity-types/survey', 'instrument'),
                ('https://w3id.org/xapi/iust/activity-types/self-assessment', 'instrument'),
                ('http://adlnet.gov/expapi/activities/cmi.interaction', 'item'),
                ('https://w3id.org/xapi/tla/activity-types/competency', 'competence')
        ) AS kind (type, name) ON kind.type = activity.type
        JOIN lrs.statement_activity AS link USING (activity_key)
        WHERE activity.activity_key = ANY (keys)
            AND CASE kind.name
                WHEN 'pilot' THEN link.role IN ('grouping', 'object')
                WHEN 'instrument' THEN link.role IN ('parent', 'object')
                WHEN 'item' THEN link.role = 'object'
                WHEN 'competence' THEN link.role IN ('other', 'object')
                ELSE link.role = 'grouping'
            END
    ),
    told AS (
        SELECT
            named.statement_key,
            min(named.activity_key) FILTER (WHERE named.kind = 'pilot') AS pilot_key,
            min(named.activity_key) FILTER (WHERE named.kind = 'curriculum') AS curriculum_key,
            min(named.activity_key) FILTER (WHERE named.kind = 'profile') AS profile_key,
            COALESCE(
                min(named.activity_key) FILTER (WHERE named.kind = 'instrument' AND named.role = 'parent'),
                min(named.activity_key) FILTER (WHERE named.kind = 'instrument')
            ) AS instrument_key,
            min(named.activity_key) FILTER (WHERE named.kind = 'item') AS item_key,
            -- The object first, as at ingest.
            array_agg(named.activity_key ORDER BY named.role <> 'object', named.activity_key)
                FILTER (WHERE named.kind = 'competence') AS competence_keys
        FROM named
        GROUP BY named.statement_key
    ),
    wanted AS (
        SELECT
            told.statement_key, told.pilot_key, told.curriculum_key, told.profile_key, told.instrument_key,
            told.item_key,
            -- What the statement has stays in front.
            ARRAY(
                SELECT further.key
                FROM unnest(told.competence_keys) WITH ORDINALITY AS further (key, position)
                WHERE further.key IS DISTINCT FROM statement.competence_key
                    AND further.key <> ALL (COALESCE(statement.other_competence_keys, '{}'))
                GROUP BY further.key
                ORDER BY min(further.position)
            ) AS competence_keys
        FROM told
        JOIN lrs.statement USING (statement_key)
    ),
    changed AS (
        UPDATE lrs.statement AS statement
        SET
            pilot_key = COALESCE(statement.pilot_key, wanted.pilot_key),
            curriculum_key = COALESCE(statement.curriculum_key, wanted.curriculum_key),
            profile_key = COALESCE(statement.profile_key, wanted.profile_key),
            instrument_key = COALESCE(statement.instrument_key, wanted.instrument_key),
            item_key = COALESCE(statement.item_key, wanted.item_key),
            competence_key = COALESCE(statement.competence_key, wanted.competence_keys[1]),
            other_competence_keys = NULLIF(
                COALESCE(statement.other_competence_keys, '{}')
                    || wanted.competence_keys[CASE WHEN statement.competence_key IS NULL THEN 2 ELSE 1 END :],
                '{}'
            )
        FROM wanted
        WHERE statement.statement_key = wanted.statement_key
            AND (
                statement.pilot_key IS NULL AND wanted.pilot_key IS NOT NULL
                OR statement.curriculum_key IS NULL AND wanted.curriculum_key IS NOT NULL
                OR statement.profile_key IS NULL AND wanted.profile_key IS NOT NULL
                OR statement.instrument_key IS NULL AND wanted.instrument_key IS NOT NULL
                OR statement.item_key IS NULL AND wanted.item_key IS NOT NULL
                OR wanted.competence_keys <> '{}'
            )
        RETURNING statement.statement_key
    )
    SELECT array_agg(statement_key) INTO settled FROM changed;

    UPDATE lrs.profile_conformance AS conformance
    SET pilot_key = statement.pilot_key
    FROM lrs.statement
    WHERE statement.statement_key = ANY (settled)
        AND conformance.statement_key = statement.statement_key
        AND conformance.pilot_key IS DISTINCT FROM statement.pilot_key;

    -- Awarding and the rollups look at them as if they had come now.
    INSERT INTO lrs.outbox (statement_key)
    SELECT statement.statement_key
    FROM lrs.statement
    WHERE statement.statement_key = ANY (settled)
        AND (statement.competence_key IS NOT NULL OR statement.pilot_key IS NOT NULL)
    ON CONFLICT DO NOTHING;

    RETURN COALESCE(cardinality(settled), 0);
END
$$;

COMMENT ON FUNCTION lrs.settle_activities(bigint[]) IS
    'Ties statements that are stored already to these activities, whose types were not known when they came: fills the '
    'keys of pilot, curriculum, profile, instrument, item and competence that they lack, and changes none that they '
    'have. Returns how many statements it changed.';

REVOKE EXECUTE ON FUNCTION lrs.settle_activities(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lrs.settle_activities(bigint[]) TO tessera_service;
