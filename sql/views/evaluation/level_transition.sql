-- From which level to which people went: one row per pilot that the asking evaluator may see, competence, measure,
-- and pair of levels that occurs.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.level_transition WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
cell AS (
    SELECT
        pilot_key, competence_key, measure, pre AS level_before, post AS level_after, count(*) AS n,
        sum(count(*)) OVER (PARTITION BY pilot_key, competence_key, measure)::bigint AS total
    FROM analysis.level_of_person
    WHERE pre IS NOT NULL AND post IS NOT NULL
    GROUP BY pilot_key, competence_key, measure, pre, post
),
celled AS (
    -- What of a matrix is hidden, once, at its first cell.
    SELECT
        cell.*, disclosure.k,
        row_number() OVER matrix AS place,
        CASE WHEN row_number() OVER matrix = 1 THEN evaluation.hidden_cells(array_agg(n) OVER matrix, k) END AS hidden
    FROM cell
    CROSS JOIN disclosure
    WINDOW matrix AS (
        PARTITION BY pilot_key, competence_key, measure ORDER BY level_before, level_after
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
),
judged AS (
    SELECT
        celled.*, enrolled.people,
        NOT (first_value(hidden) OVER (
            PARTITION BY pilot_key, competence_key, measure ORDER BY level_before, level_after
        ))[place] AS shown,
        NOT evaluation.too_few(total, k) AS total_shown,
        NOT evaluation.too_few(people, k) AS people_shown
    FROM celled
    JOIN enrolled USING (pilot_key)
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    judged.measure,
    judged.level_before,
    judged.level_after,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN total_shown AND people_shown THEN people - total END AS n_missing,
    CASE WHEN shown THEN n::double precision / total END AS share,
    NOT (shown AND total_shown AND people_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.level_transition OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.level_transition TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.level_transition IS
    'How many people went from which level of a competence before the training to which after it: the cells of the '
    'transition matrix that are not empty. Self-assessed is the last answer of a phase; assessed the highest level '
    'passed or achieved, never by self-assessment, where what was assessed during the training counts as after it. '
    'Source: lrs.statement, of enrolled people. Caveats: levels are ordinal, look at the matrix and not at mean '
    'differences; self-assessment may drop because people learn what there is to know. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed is true. Of a matrix at least two cells are '
    'hidden, if any: evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.level_transition.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.level_transition.framework IS
    'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN evaluation.level_transition.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.level_transition.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.level_transition.measure IS 'self-assessed or assessed.';
COMMENT ON COLUMN evaluation.level_transition.level_before IS 'Level before the training, 0 to 4.';
COMMENT ON COLUMN evaluation.level_transition.level_after IS 'Level after it.';
COMMENT ON COLUMN evaluation.level_transition.n IS 'People who went from the one to the other.';
COMMENT ON COLUMN evaluation.level_transition.n_missing IS
    'Enrolled people of the pilot without a level before, after, or both: missing, not 0.';
COMMENT ON COLUMN evaluation.level_transition.share IS 'n / people with both levels, from 0 to 1.';
COMMENT ON COLUMN evaluation.level_transition.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.level_transition.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
