-- How well people judge themselves: one row per pilot that the asking evaluator may see and competence both self-
-- assessed and assessed after the training.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.calibration WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
judgement AS (
    SELECT
        pilot_key, competence_key,
        max(post) FILTER (WHERE measure = 'self-assessed') AS self_level,
        max(post) FILTER (WHERE measure = 'assessed') AS assessed_level
    FROM analysis.level_of_person
    WHERE post IS NOT NULL
    GROUP BY pilot_key, competence_key, agent_key
),
counted AS (
    SELECT
        pilot_key, competence_key,
        count(*) FILTER (WHERE self_level IS NOT NULL AND assessed_level IS NOT NULL) AS n,
        avg(self_level - assessed_level)::double precision AS bias,
        avg(abs(self_level - assessed_level))::double precision AS mean_absolute_error,
        evaluation.spearman(array_agg(self_level::double precision), array_agg(assessed_level::double precision))
            AS rank_correlation,
        ARRAY[
            count(*) FILTER (WHERE self_level > assessed_level),
            count(*) FILTER (WHERE self_level < assessed_level),
            count(*) FILTER (WHERE self_level = assessed_level)
        ] AS groups
    FROM judgement
    GROUP BY pilot_key, competence_key
),
-- Once a row: its cells are asked for one by one.
judged AS MATERIALIZED (
    SELECT
        counted.*, enrolled.people,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        evaluation.hidden_cells(groups, k) AS hidden
    FROM counted
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN bias END AS bias,
    CASE WHEN shown THEN mean_absolute_error END AS mean_absolute_error,
    CASE WHEN shown THEN rank_correlation END AS rank_correlation,
    CASE WHEN shown AND NOT hidden[1] THEN groups[1]::double precision / NULLIF(n, 0) END AS share_over,
    CASE WHEN shown AND NOT hidden[2] THEN groups[2]::double precision / NULLIF(n, 0) END AS share_under,
    CASE WHEN shown AND NOT hidden[3] THEN groups[3]::double precision / NULLIF(n, 0) END AS share_exact,
    NOT (shown AND people_shown) OR true = ANY (hidden) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.calibration OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.calibration TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.calibration IS
    'How the levels at which people see themselves after the training compare with those at which they were assessed, '
    'one row per pilot and competence with either. Self-assessed is the last answer of a phase; assessed the highest '
    'level passed or achieved, never by self-assessment, where what was assessed during the training counts as after '
    'it. Source: lrs.statement, of enrolled people. Caveats: part of it is regression to the mean, for who is '
    'assessed low can hardly underestimate; a single person''s comparison is for that person only. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.calibration.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.calibration.framework IS 'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN evaluation.calibration.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.calibration.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.calibration.n IS 'People with both levels.';
COMMENT ON COLUMN evaluation.calibration.n_missing IS
    'Enrolled people of the pilot without a self-assessed level, an assessed one, or both.';
COMMENT ON COLUMN evaluation.calibration.bias IS 'Mean of self-assessed - assessed level: over 0 is overestimation.';
COMMENT ON COLUMN evaluation.calibration.mean_absolute_error IS 'Mean of its absolute value.';
COMMENT ON COLUMN evaluation.calibration.rank_correlation IS
    'Spearman''s rho of the two: evaluation.spearman. Null if either does not vary.';
COMMENT ON COLUMN evaluation.calibration.share_over IS
    'Share of n who see themselves above the assessed level. Null when they are too few, see evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.calibration.share_under IS 'Share of n who see themselves below it.';
COMMENT ON COLUMN evaluation.calibration.share_exact IS 'Share of n who see themselves at it.';
COMMENT ON COLUMN evaluation.calibration.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.calibration.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
