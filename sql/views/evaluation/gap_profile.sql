-- Levels against the target, for a radar chart and its table: one row per pilot that the asking evaluator may see,
-- staff profile, competence, measure and phase.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.gap_profile WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    SELECT pilot_key, profile_item, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key, profile_item
),
level AS (
    -- Many people, few levels.
    SELECT
        kept.pilot_key, kept.profile_item, kept.competence_key, kept.measure, told.phase, told.level,
        sum(people) AS people
    FROM (
        SELECT pilot_key, profile_item, competence_key, measure, pre, post, followup, count(*) AS people
        FROM analysis.level_of_person
        GROUP BY pilot_key, profile_item, competence_key, measure, pre, post, followup
    ) AS kept
    CROSS JOIN LATERAL (VALUES ('pre', pre), ('post', post), ('followup', followup)) AS told (phase, level)
    WHERE told.level IS NOT NULL
    GROUP BY kept.pilot_key, kept.profile_item, kept.competence_key, kept.measure, told.phase, told.level
),
found AS MATERIALIZED (
    -- The median is the mean of the two in the middle, which may be one.
    SELECT
        pilot_key, profile_item, competence_key, measure, phase,
        all_people::bigint AS n,
        (
            min(level) FILTER (WHERE so_far >= div(all_people + 1, 2))
                + min(level) FILTER (WHERE so_far >= div(all_people, 2) + 1)
        )::double precision / 2 AS median_level,
        (sum(people * level) / all_people)::double precision AS mean_level
    FROM (
        SELECT
            level.*, sum(people) OVER (found ORDER BY level) AS so_far, sum(people) OVER found AS all_people
        FROM level
        WINDOW found AS (PARTITION BY pilot_key, profile_item, competence_key, measure, phase)
    ) AS ranked
    GROUP BY pilot_key, profile_item, competence_key, measure, phase, all_people
),
measured AS (
    SELECT DISTINCT pilot_key, measure, phase
    FROM found
),
counted AS (
    -- Added up instead of joined: the planner would take both sides for a few rows, and compare each with each.
    SELECT
        pilot_key, profile_key, competence_key, measure, phase,
        max(people) AS people, max(target_level) AS target_level, max(weight) AS weight, COALESCE(max(n), 0) AS n,
        max(median_level) AS median_level, max(mean_level) AS mean_level,
        max(mean_level) - max(target_level) AS mean_gap
    FROM (
        SELECT
            person.pilot_key, target.profile_key, target.competence_key, measured.measure, measured.phase, person.people,
            target.level AS target_level, target.weight, NULL::bigint AS n, NULL::double precision AS median_level,
            NULL::double precision AS mean_level
        FROM person
        JOIN framework.item AS profile ON profile.identifier = person.profile_item
        JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
        JOIN measured ON measured.pilot_key = person.pilot_key
        UNION ALL
        SELECT
            found.pilot_key, profile.item_key, found.competence_key, found.measure, found.phase, NULL, NULL, NULL,
            found.n, found.median_level, found.mean_level
        FROM found
        JOIN framework.item AS profile ON profile.identifier = found.profile_item
    ) AS listed
    GROUP BY pilot_key, profile_key, competence_key, measure, phase
    HAVING max(target_level) IS NOT NULL
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown
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
    judged.measure,
    judged.phase,
    judged.target_level,
    judged.weight,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN median_level END AS median_level,
    CASE WHEN shown THEN mean_level END AS mean_level,
    CASE WHEN shown THEN mean_gap END AS mean_gap,
    NOT (shown AND people_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS profile ON profile.item_key = judged.profile_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.gap_profile OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.gap_profile TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.gap_profile IS
    'Where people of a staff profile stand against its targets, as they assess themselves and as they are assessed, '
    'by phase: the data of the gap radar. One row per pilot, profile of its people, competence in which that has a '
    'target, and measure and phase of which the pilot has any level. Self-assessed is the last answer of a phase; '
    'assessed the highest level passed or achieved, never by self-assessment, where what was assessed during the '
    'training counts as after it. Source: lrs.statement, framework.profile_target, of enrolled people. Caveat: levels '
    'are ordinal; different people may be missing in different phases, see evaluation.level_transition for the same '
    'ones. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.gap_profile.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.gap_profile.profile IS 'Code of the staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN evaluation.gap_profile.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN evaluation.gap_profile.framework IS 'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN evaluation.gap_profile.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.gap_profile.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.gap_profile.measure IS 'self-assessed or assessed.';
COMMENT ON COLUMN evaluation.gap_profile.phase IS 'pre, post or followup.';
COMMENT ON COLUMN evaluation.gap_profile.target_level IS
    'Level that the profile demands, 1 to 4. Source: framework.profile_target.';
COMMENT ON COLUMN evaluation.gap_profile.weight IS
    'How much the competence matters in the profile; 1 where the framework does not tell. Sort by mean_gap times '
    'weight.';
COMMENT ON COLUMN evaluation.gap_profile.n IS 'People of the profile with a level of this measure and phase.';
COMMENT ON COLUMN evaluation.gap_profile.n_missing IS 'Enrolled people of the profile without: missing, not 0.';
COMMENT ON COLUMN evaluation.gap_profile.median_level IS 'Median of the levels, 0 to 4.';
COMMENT ON COLUMN evaluation.gap_profile.mean_level IS 'Mean of the levels, for the radar; levels are ordinal.';
COMMENT ON COLUMN evaluation.gap_profile.mean_gap IS 'Mean of level - target level: under 0 is below the target.';
COMMENT ON COLUMN evaluation.gap_profile.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.gap_profile.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
