-- The findings and actions of a pilot as their pages show them, as one JSON document.
-- $1 code of the pilot.
SELECT json_build_object(
    'code', pilot.code,
    'title', pilot.title,
    'startsOn', pilot.starts_on,
    'endsOn', pilot.ends_on,
    'today', (now() AT TIME ZONE 'UTC')::date,
    'findings', (
        SELECT COALESCE(json_agg(training.finding_document(finding.finding_key) ORDER BY finding.number), '[]')
        FROM training.finding
        WHERE finding.pilot_key = pilot.pilot_key
    ),
    'actions', (
        SELECT COALESCE(
            json_agg(training.action_document(action.action_key) ORDER BY action.due_on, action.action_key), '[]'
        )
        FROM training.feedback_action AS action
        WHERE action.pilot_key = pilot.pilot_key
    ),
    'nextRuns', (
        SELECT COALESCE(json_agg(json_build_object('code', later.code, 'title', later.title)), '[]')
        FROM training.next_runs(pilot.pilot_key) AS later
    ),
    -- Drafts that an action may propose to change.
    'drafts', (
        SELECT COALESCE(
            json_agg(
                json_build_object('code', document.code, 'version', document.version)
                ORDER BY document.code, document.version
            ),
            '[]'
        )
        FROM framework.document
        WHERE document.adoption_status = 'Draft'
    ),
    -- Views that have metrics, as training.definition_metric takes them.
    'views', (
        SELECT COALESCE(
            json_agg(
                json_build_object(
                    'name', relation.relname,
                    'about', split_part(obj_description(relation.oid, 'pg_class'), '. ', 1),
                    'columns', (
                        SELECT json_agg(attribute.attname ORDER BY attribute.attnum)
                        FROM pg_attribute AS attribute
                        WHERE attribute.attrelid = relation.oid AND attribute.attnum > 0
                            AND attribute.attname NOT IN ('pilot', 'suppressed', 'as_of')
                    )
                )
                ORDER BY relation.relname
            ),
            '[]'
        )
        FROM pg_class AS relation
        WHERE relation.relnamespace = 'evaluation'::regnamespace AND relation.relkind = 'v'
            AND relation.relname <> 'findings'
            AND (
                SELECT count(*) FROM pg_attribute AS attribute
                WHERE attribute.attrelid = relation.oid AND attribute.attname IN ('pilot', 'n', 'suppressed', 'as_of')
            ) = 4
    )
)
FROM training.pilot
WHERE pilot.code = $1::text;
