-- How much time people spent: one row per pilot that the asking evaluator may see and verb with durations.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.time_on_task WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    -- A single duration counts for a day at most: one that was measured over a night would be worth more than the rest.
    SELECT
        person.pilot_key, verb.iri AS verb, person.agent_key,
        extract(epoch FROM spent.duration)::double precision / 3600 AS hours
    FROM analysis.time_spent AS spent
    JOIN lrs.verb ON verb.verb_key = spent.verb_key
    JOIN analysis.actor AS person
        ON person.pilot_activity_key = spent.pilot_key AND person.agent_key = spent.agent_key
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
counted AS (
    SELECT
        pilot_key, verb,
        count(*) AS n,
        avg(hours) AS mean,
        percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY hours) AS points
    FROM person
    GROUP BY pilot_key, verb
),
judged AS (
    SELECT
        counted.*, enrolled.people,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown
    FROM counted
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.verb,
    pilot.planned_hours,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN mean END AS mean_hours,
    CASE WHEN shown THEN points[2] END AS median_hours,
    CASE WHEN shown THEN points[1] END AS quartile_1_hours,
    CASE WHEN shown THEN points[3] END AS quartile_3_hours,
    CASE WHEN shown THEN points[4] END AS percentile_90_hours,
    CASE WHEN shown THEN points[2] / NULLIF(pilot.planned_hours, 0)::double precision END AS median_share_of_planned,
    NOT (shown AND people_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key;

ALTER VIEW evaluation.time_on_task OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.time_on_task TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.time_on_task IS
    'Time that people spent by the durations of their statements, added up per person: one row per pilot and verb. '
    'Presence is the verb attended; do not add verbs up, for completed may tell the whole once more. Source: '
    'lrs.statement, of enrolled people; each duration counts for 24 hours at most. Caveats: platforms measure '
    'differently; outliers dominate the mean, use the median. Numbers about 1 to evaluation.threshold() - 1 people '
    'are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.time_on_task.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.time_on_task.verb IS 'IRI of the verb.';
COMMENT ON COLUMN evaluation.time_on_task.planned_hours IS
    'Planned training time per person, in hours. Source: training.pilot.';
COMMENT ON COLUMN evaluation.time_on_task.n IS 'People with a duration of this verb.';
COMMENT ON COLUMN evaluation.time_on_task.n_missing IS 'Enrolled people without: not known, not 0 hours.';
COMMENT ON COLUMN evaluation.time_on_task.mean_hours IS 'Mean of the people''s sums, in hours.';
COMMENT ON COLUMN evaluation.time_on_task.median_hours IS
    'Median of them; half of the people are below (percentile_cont).';
COMMENT ON COLUMN evaluation.time_on_task.quartile_1_hours IS 'A quarter is below.';
COMMENT ON COLUMN evaluation.time_on_task.quartile_3_hours IS 'Three quarters are below.';
COMMENT ON COLUMN evaluation.time_on_task.percentile_90_hours IS 'Nine tenths are below.';
COMMENT ON COLUMN evaluation.time_on_task.median_share_of_planned IS 'median_hours / planned_hours.';
COMMENT ON COLUMN evaluation.time_on_task.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.time_on_task.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
