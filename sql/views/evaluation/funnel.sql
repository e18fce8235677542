-- How far people came: one row per pilot that the asking evaluator may see and step of the way.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.funnel WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
taken AS (
    SELECT
        deeds.pilot_key,
        count(*) AS enrolled,
        count(*) FILTER (WHERE started) AS started,
        count(*) FILTER (
            WHERE completed
                OR extract(epoch FROM attended) / 3600 >= NULLIF(pilot.planned_hours, 0) / 2
        ) AS half,
        count(*) FILTER (WHERE completed) AS completed,
        count(*) FILTER (WHERE assessed) AS assessed,
        count(*) FILTER (WHERE passed) AS passed,
        count(*) FILTER (WHERE EXISTS (
            SELECT FROM credential.award
            JOIN credential.credential ON credential.award_key = award.award_key
            WHERE award.pilot_key = deeds.pilot_key AND award.agent_key = deeds.agent_key
                AND award.withdrawn_at IS NULL
        )) AS credentialed,
        count(*) FILTER (WHERE followed_up) AS followed_up
    FROM analysis.person_deeds AS deeds
    JOIN training.pilot ON pilot.pilot_key = deeds.pilot_key
    GROUP BY deeds.pilot_key
),
counted AS (
    SELECT pilot.pilot_key, pilot.code, step.position, step.name, COALESCE(step.people, 0) AS n,
        COALESCE(taken.enrolled, 0) AS enrolled
    FROM training.pilot
    LEFT JOIN taken ON taken.pilot_key = pilot.pilot_key
    CROSS JOIN LATERAL (
        VALUES
            (1, 'enrolled', taken.enrolled), (2, 'started', taken.started), (3, 'half', taken.half),
            (4, 'completed', taken.completed), (5, 'assessed', taken.assessed), (6, 'passed', taken.passed),
            (7, 'credentialed', taken.credentialed), (8, 'followed up', taken.followed_up)
    ) AS step (position, name, people)
),
judged AS (
    SELECT
        counted.*,
        lag(n) OVER (PARTITION BY pilot_key ORDER BY position) AS previous,
        NOT evaluation.too_few(n, k) AND NOT evaluation.too_few(enrolled, k) AS shown,
        COALESCE(NOT evaluation.too_few(lag(n) OVER (PARTITION BY pilot_key ORDER BY position), k), true)
            AS previous_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    code AS pilot,
    position,
    name AS step,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown THEN enrolled - n END AS n_missing,
    CASE WHEN shown THEN n::double precision / NULLIF(enrolled, 0) END AS share_of_enrolled,
    CASE WHEN shown AND previous_shown THEN n::double precision / NULLIF(previous, 0) END AS share_of_previous,
    NOT (shown AND previous_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged;

ALTER VIEW evaluation.funnel OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.funnel TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.funnel IS
    'The way of a pilot''s people from enrolment to follow-up, one row per pilot and step, each person counted once. '
    'Source: training.enrolment, lrs.statement, credential.credential. Caveats: steps are counted one by one, so that '
    'a later one may have more people than an earlier one of which nothing was told; who is not in a step may have '
    'taken it untold, and is not failed; how many were invited to the training is not known. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.funnel.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.funnel.position IS 'Place of the step, from 1.';
COMMENT ON COLUMN evaluation.funnel.step IS
    'enrolled; started (any statement but registered); half (half of the planned hours attended, or completed); '
    'completed (the pilot or its curriculum); assessed and passed (a test, those of phase pre apart); credentialed (a '
    'credential issued for an award that stands); followed up (any statement of phase followup).';
COMMENT ON COLUMN evaluation.funnel.n IS 'People of whom the step is known.';
COMMENT ON COLUMN evaluation.funnel.n_missing IS 'Enrolled people of whom it is not.';
COMMENT ON COLUMN evaluation.funnel.share_of_enrolled IS 'n / enrolled, from 0 to 1.';
COMMENT ON COLUMN evaluation.funnel.share_of_previous IS 'n / n of the step before.';
COMMENT ON COLUMN evaluation.funnel.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.funnel.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
