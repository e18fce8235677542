-- Who reached the level that the profile demands: one row per pilot that the asking evaluator may see, staff profile
-- of its people, and competence in which that has a target.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.target_attainment WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    SELECT pilot_key, profile_item, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key, profile_item
),
level AS MATERIALIZED (
    -- Many people, few levels.
    SELECT
        shown.*,
        sum(people) OVER (PARTITION BY pilot_key, profile_item, competence_key ORDER BY level) AS so_far,
        sum(people) OVER (PARTITION BY pilot_key, profile_item, competence_key) AS all_people
    FROM (
        SELECT pilot_key, profile_item, competence_key, post AS level, count(*) AS people
        FROM analysis.level_of_person
        WHERE measure = 'assessed' AND post IS NOT NULL
        GROUP BY pilot_key, profile_item, competence_key, post
    ) AS shown
),
found AS (
    -- The median is the mean of the two in the middle, which may be one.
    SELECT
        level.pilot_key, target.profile_key, target.competence_key,
        sum(level.people)::bigint AS n,
        COALESCE(sum(level.people) FILTER (WHERE level.level >= target.level), 0)::bigint AS reached,
        (
            min(level.level) FILTER (WHERE so_far >= div(all_people + 1, 2))
                + min(level.level) FILTER (WHERE so_far >= div(all_people, 2) + 1)
        )::double precision / 2 AS median_level,
        (sum(level.people * (level.level - target.level)) / sum(level.people))::double precision AS mean_gap
    FROM level
    JOIN framework.item AS profile ON profile.identifier = level.profile_item
    JOIN framework.profile_target AS target
        ON target.profile_key = profile.item_key AND target.competence_key = level.competence_key
    GROUP BY level.pilot_key, target.profile_key, target.competence_key
),
counted AS (
    SELECT
        person.pilot_key, person.people, target.profile_key, target.competence_key, target.level AS target_level,
        COALESCE(found.n, 0) AS n, COALESCE(found.reached, 0) AS reached, found.median_level, found.mean_gap
    FROM person
    JOIN framework.item AS profile ON profile.identifier = person.profile_item
    JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
    LEFT JOIN found
        ON found.pilot_key = person.pilot_key AND found.profile_key = target.profile_key
        AND found.competence_key = target.competence_key
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(n, k) AND NOT evaluation.too_few(reached, k) AS reached_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    judged.target_level,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN reached_shown AND n > 0 THEN reached END AS reached,
    CASE WHEN reached_shown THEN reached::double precision / NULLIF(n, 0) END AS share_reached,
    CASE WHEN reached_shown THEN (evaluation.wilson_interval(reached, n)).low END AS share_low,
    CASE WHEN reached_shown THEN (evaluation.wilson_interval(reached, n)).high END AS share_high,
    CASE WHEN shown THEN median_level END AS median_level,
    CASE WHEN shown THEN mean_gap END AS mean_gap,
    NOT (shown AND people_shown AND reached_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS profile ON profile.item_key = judged.profile_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.target_attainment OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.target_attainment TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.target_attainment IS
    'How many people reached the level of a competence that their staff profile demands, as assessed after the '
    'training or during it. One row per pilot, profile of its people, and competence in which the profile has a '
    'target. Source: lrs.statement (passed, achieved; never self-assessment), framework.profile_target, of enrolled '
    'people. Caveat: who was not assessed is missing and in no share. Numbers about 1 to evaluation.threshold() - 1 '
    'people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.target_attainment.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.target_attainment.profile IS
    'Code of the staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN evaluation.target_attainment.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN evaluation.target_attainment.framework IS
    'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN evaluation.target_attainment.competence IS
    'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.target_attainment.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.target_attainment.target_level IS
    'Level that the profile demands, 1 to 4. Source: framework.profile_target.';
COMMENT ON COLUMN evaluation.target_attainment.n IS 'People of the profile with an assessed level.';
COMMENT ON COLUMN evaluation.target_attainment.n_missing IS
    'Enrolled people of the profile without: missing, not failed.';
COMMENT ON COLUMN evaluation.target_attainment.reached IS
    'People at the target level or above. Null when nobody was assessed, and when they are 1 to '
    'evaluation.threshold() - 1.';
COMMENT ON COLUMN evaluation.target_attainment.share_reached IS 'reached / n, from 0 to 1.';
COMMENT ON COLUMN evaluation.target_attainment.share_low IS
    'Lower end of Wilson''s 95 % interval of the share: evaluation.wilson_interval.';
COMMENT ON COLUMN evaluation.target_attainment.share_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.target_attainment.median_level IS 'Median of the assessed levels.';
COMMENT ON COLUMN evaluation.target_attainment.mean_gap IS
    'Mean of assessed level - target level: under 0 is below the target. Levels are ordinal: a help only.';
COMMENT ON COLUMN evaluation.target_attainment.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.target_attainment.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
