-- Whether people answer an item better after the training than before: one row per pilot that the asking evaluator
-- may see and item that was asked in both phases.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.item_mcnemar WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
counted AS MATERIALIZED (
    SELECT
        pilot.pilot_key, change.item_key,
        sum(people)::bigint AS people,
        COALESCE(sum(people) FILTER (WHERE right_before IS NOT NULL AND right_after IS NOT NULL), 0)::bigint AS n,
        COALESCE(sum(people) FILTER (WHERE right_before AND right_after IS NOT NULL), 0)::bigint AS right_before,
        COALESCE(sum(people) FILTER (WHERE right_after AND right_before IS NOT NULL), 0)::bigint AS right_after,
        COALESCE(sum(people) FILTER (WHERE right_before AND NOT right_after), 0)::bigint AS lost,
        COALESCE(sum(people) FILTER (WHERE NOT right_before AND right_after), 0)::bigint AS won
    FROM analysis.item_change AS change
    JOIN training.pilot ON pilot.activity_key = change.pilot_key
    GROUP BY pilot.pilot_key, change.item_key
    HAVING count(right_before) > 0 AND count(right_after) > 0
),
-- The exact test takes its time, and many items have the same numbers.
chance AS MATERIALIZED (
    SELECT lost, won, evaluation.mcnemar_p(lost, won) AS p
    FROM (SELECT DISTINCT lost, won FROM counted) AS pair
),
tested AS (
    SELECT counted.*, chance.p
    FROM counted
    JOIN chance USING (lost, won)
),
adjusted AS (
    SELECT
        tested.*,
        row_number() OVER pilot AS place,
        CASE WHEN row_number() OVER pilot = 1 THEN evaluation.holm(array_agg(p) OVER pilot) END AS of_pilot
    FROM tested
    WINDOW pilot AS (
        PARTITION BY pilot_key ORDER BY item_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
),
judged AS (
    SELECT
        adjusted.*,
        (first_value(of_pilot) OVER (PARTITION BY pilot_key ORDER BY item_key))[place] AS p_holm,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(n, k) AND NOT evaluation.too_few(lost, k) AND NOT evaluation.too_few(won, k)
            AS change_shown
    FROM adjusted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    item.iri AS item,
    known.item_text,
    known.competence,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN right_before::double precision / NULLIF(n, 0) END AS share_before,
    CASE WHEN shown THEN right_after::double precision / NULLIF(n, 0) END AS share_after,
    CASE WHEN change_shown THEN won END AS won,
    CASE WHEN change_shown THEN lost END AS lost,
    CASE WHEN shown THEN p END AS p,
    CASE WHEN shown THEN p_holm END AS p_holm,
    NOT (shown AND people_shown AND change_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
LEFT JOIN (
    -- Several versions of an instrument may have the item; one row of it is enough.
    SELECT DISTINCT ON (item_key) item_key, item_text, competence
    FROM analysis.item
    ORDER BY item_key, instrument_item_key DESC
) AS known ON known.item_key = judged.item_key;

ALTER VIEW evaluation.item_mcnemar OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.item_mcnemar TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.item_mcnemar IS
    'Exact McNemar test of each item that was asked before and after the training, also where two instruments have '
    'it: one row per pilot and item. Right is full marks. The last answer of a phase counts, voided ones never. '
    'Source: lrs.statement (answered), of enrolled people. Formulas: evaluation.mcnemar_p, adjusted by '
    'evaluation.holm over the items of the pilot. Caveat: people may remember the item. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.item_mcnemar.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.item_mcnemar.item IS 'IRI of the item; as evaluation.statements.item.';
COMMENT ON COLUMN evaluation.item_mcnemar.item_text IS 'The question, in English where it is.';
COMMENT ON COLUMN evaluation.item_mcnemar.competence IS
    'Code of the competence that the item is about; null if none is told.';
COMMENT ON COLUMN evaluation.item_mcnemar.n IS 'People whose answers before and after both have a score.';
COMMENT ON COLUMN evaluation.item_mcnemar.n_missing IS
    'People who were asked the item in either phase, but have no score in both: missing, not wrong.';
COMMENT ON COLUMN evaluation.item_mcnemar.share_before IS 'Share of n who were right before, from 0 to 1.';
COMMENT ON COLUMN evaluation.item_mcnemar.share_after IS 'Share of n who were right after.';
COMMENT ON COLUMN evaluation.item_mcnemar.won IS
    'People who were wrong before and right after. Hidden along with lost if either is of too few.';
COMMENT ON COLUMN evaluation.item_mcnemar.lost IS 'People who were right before and wrong after.';
COMMENT ON COLUMN evaluation.item_mcnemar.p IS
    'Exact two-sided p value: evaluation.mcnemar_p. Null if nobody changed.';
COMMENT ON COLUMN evaluation.item_mcnemar.p_holm IS 'The same after Holm''s adjustment for all items of the pilot.';
COMMENT ON COLUMN evaluation.item_mcnemar.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.item_mcnemar.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
