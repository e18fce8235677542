-- Who came to which training day: one row per pilot that the asking evaluator may see, and session planned or
-- attended.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.attendance WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
session AS (
    SELECT
        session.pilot_key, session.position, session.held_on, session.hours, session.title, session.cohort,
        activity.activity_key, session.iri
    FROM training.pilot_session AS session
    LEFT JOIN lrs.activity ON activity.iri = session.iri
),
presence AS (
    SELECT pilot.pilot_key, attended.activity_key, participation.agent_key
    FROM analysis.participation
    JOIN training.pilot ON pilot.activity_key = participation.pilot_key
    CROSS JOIN LATERAL unnest(participation.attended_keys) AS attended (activity_key)
    WHERE participation.enrolled
),
held AS (
    SELECT pilot_key, position, held_on, hours, title, cohort, activity_key, iri FROM session
    UNION ALL
    SELECT DISTINCT presence.pilot_key, NULL::integer, NULL::date, NULL::numeric, NULL, NULL, activity_key, activity.iri
    FROM presence
    JOIN lrs.activity USING (activity_key)
    WHERE NOT EXISTS (
        SELECT FROM session
        WHERE session.pilot_key = presence.pilot_key AND session.activity_key = presence.activity_key
    )
),
expected AS (
    SELECT held.pilot_key, held.position, held.activity_key, person.agent_key
    FROM held
    JOIN analysis.person ON person.pilot_key = held.pilot_key
    LEFT JOIN training.enrolment ON enrolment.pilot_key = person.pilot_key AND enrolment.agent_key = person.agent_key
    WHERE (held.cohort IS NULL OR enrolment.cohort = held.cohort)
        AND (held.held_on IS NULL OR person.withdrawn_on IS NULL OR person.withdrawn_on >= held.held_on)
),
counted AS (
    SELECT
        held.pilot_key, held.position, held.held_on, held.hours, held.title, held.iri,
        count(expected.agent_key) AS people,
        CASE WHEN held.iri IS NOT NULL THEN count(presence.agent_key) END AS attended
    FROM held
    LEFT JOIN expected
        ON expected.pilot_key = held.pilot_key AND expected.position IS NOT DISTINCT FROM held.position
        AND expected.activity_key IS NOT DISTINCT FROM held.activity_key
    LEFT JOIN presence
        ON presence.pilot_key = expected.pilot_key AND presence.activity_key = expected.activity_key
        AND presence.agent_key = expected.agent_key
    GROUP BY held.pilot_key, held.position, held.held_on, held.hours, held.title, held.iri
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(people, k) AND NOT COALESCE(evaluation.too_few(attended, k), false) AS shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.position,
    judged.iri AS session,
    judged.title AS session_title,
    judged.held_on,
    judged.hours AS planned_hours,
    CASE WHEN people_shown THEN people END AS n,
    CASE WHEN shown THEN people - COALESCE(attended, 0) END AS n_missing,
    CASE WHEN shown THEN attended END AS attended,
    CASE WHEN shown THEN attended::double precision / NULLIF(people, 0) END AS share,
    CASE WHEN shown THEN (evaluation.wilson_interval(attended, people)).low END AS share_low,
    CASE WHEN shown THEN (evaluation.wilson_interval(attended, people)).high END AS share_high,
    NOT shown AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key;

ALTER VIEW evaluation.attendance OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.attendance TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.attendance IS
    'Presence at the training days, one row per pilot and session that is planned, or that anybody attended. Source: '
    'training.pilot_session, lrs.statement (attended), of enrolled people. Expected is who is of the session''s cohort '
    'and had not left before it. Caveats: a planned session without an IRI cannot be found in statements, so that '
    'attended is null; a platform may record presence of some only. Numbers about 1 to evaluation.threshold() - 1 '
    'people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.attendance.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.attendance.position IS
    'Place of the session in the plan, from 1; null if it is not planned.';
COMMENT ON COLUMN evaluation.attendance.session IS 'IRI by which statements name the session.';
COMMENT ON COLUMN evaluation.attendance.session_title IS 'Title, where the plan tells it.';
COMMENT ON COLUMN evaluation.attendance.held_on IS 'Planned day.';
COMMENT ON COLUMN evaluation.attendance.planned_hours IS 'Planned hours.';
COMMENT ON COLUMN evaluation.attendance.n IS 'Enrolled people expected.';
COMMENT ON COLUMN evaluation.attendance.n_missing IS 'Expected people of whom no presence was told.';
COMMENT ON COLUMN evaluation.attendance.attended IS 'Expected people who attended.';
COMMENT ON COLUMN evaluation.attendance.share IS 'attended / n, from 0 to 1.';
COMMENT ON COLUMN evaluation.attendance.share_low IS 'Lower end of Wilson''s 95 % interval of the share.';
COMMENT ON COLUMN evaluation.attendance.share_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.attendance.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.attendance.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
