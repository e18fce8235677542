-- What people did last before they left: one row per pilot that the asking evaluator may see and activity that was
-- anybody's last.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.dropout_point WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
leaver AS (
    -- Once a pilot is over, who has not completed it has left it, too.
    SELECT deeds.pilot_key, pilot.activity_key, deeds.agent_key
    FROM analysis.person_deeds AS deeds
    JOIN training.pilot ON pilot.pilot_key = deeds.pilot_key
    WHERE deeds.withdrew OR (pilot.state IN ('closed', 'reported') AND NOT deeds.completed)
),
last_deed AS (
    SELECT leaver.pilot_key, leaver.agent_key, deeds.last_activity_key AS activity_key
    FROM leaver
    JOIN analysis.participation AS deeds
        ON deeds.pilot_key = leaver.activity_key AND deeds.agent_key = leaver.agent_key
    WHERE deeds.last_activity_key IS NOT NULL
),
total AS (
    SELECT leaver.pilot_key, count(*) AS leavers, count(last_deed.agent_key) AS known
    FROM leaver
    LEFT JOIN last_deed USING (pilot_key, agent_key)
    GROUP BY leaver.pilot_key
),
counted AS (
    SELECT pilot_key, activity_key, count(*) AS n
    FROM last_deed
    GROUP BY pilot_key, activity_key
),
judged AS (
    SELECT
        counted.*, total.leavers, total.known,
        NOT evaluation.too_few(total.known, k)
            AND NOT (evaluation.hidden_cells(array_agg(n) OVER pilot, k))[row_number() OVER pilot] AS shown,
        NOT evaluation.too_few(total.known, k) AND NOT evaluation.too_few(total.leavers, k) AS leavers_shown
    FROM counted
    JOIN total USING (pilot_key)
    CROSS JOIN disclosure
    WINDOW pilot AS (
        PARTITION BY pilot_key ORDER BY activity_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    activity.iri AS last_activity,
    (
        SELECT session.title
        FROM training.pilot_session AS session
        WHERE session.pilot_key = judged.pilot_key AND session.iri = activity.iri
        ORDER BY session.position
        LIMIT 1
    ) AS session_title,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN leavers_shown THEN leavers - known END AS n_missing,
    CASE WHEN shown THEN n::double precision / known END AS share,
    NOT (shown AND leavers_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity ON activity.activity_key = judged.activity_key;

ALTER VIEW evaluation.dropout_point OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.dropout_point TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.dropout_point IS
    'Where people dropped out: of those who left a pilot, how many did what last. One row per pilot and activity that '
    'was the last of anybody. Who left is told by the list or by a statement unregistered; of a pilot that is closed '
    'or reported, also who did not complete it. Source: lrs.statement, training.enrolment. Caveat: the last thing '
    'told need not be the last thing done. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and '
    'suppressed is true. Of a pilot''s activities at least two are hidden, if any: evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.dropout_point.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.dropout_point.last_activity IS
    'IRI of the session, unit or instrument (for its items) of the last statement by the time at which it happened; '
    'registering apart.';
COMMENT ON COLUMN evaluation.dropout_point.session_title IS 'Title, where it is a session of the plan that has one.';
COMMENT ON COLUMN evaluation.dropout_point.n IS 'People who left with it as their last.';
COMMENT ON COLUMN evaluation.dropout_point.n_missing IS
    'People who left and of whom nothing is told. The same in each row of the pilot.';
COMMENT ON COLUMN evaluation.dropout_point.share IS 'n / people who left and of whom something is told, from 0 to 1.';
COMMENT ON COLUMN evaluation.dropout_point.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.dropout_point.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
