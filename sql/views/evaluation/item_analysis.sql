-- How hard the items of tests are, and how well they tell people apart: one row per pilot that the asking evaluator
-- may see, instrument, phase and item.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.item_analysis WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
counted AS (
    -- x is the item, y the total of the others.
    SELECT
        pilot_key, phase, instrument_key, item_key, people, n, difficulty, discrimination_n,
        evaluation.finish_correlation(ARRAY[
            discrimination_n, 0, x, xx, totals - x, squares - 2 * xt + xx, xt - xx
        ]::numeric[]) AS discrimination
    FROM (
        SELECT
            asked.pilot_key, asked.phase, asked.instrument_key, answer.item_key, asked.people,
            COALESCE(sum(answer.people) FILTER (WHERE value IS NOT NULL), 0)::bigint AS n,
            (sum(answer.people * value) / sum(answer.people) FILTER (WHERE value IS NOT NULL))::double precision
                AS difficulty,
            COALESCE(sum(answer.people) FILTER (WHERE is_complete), 0)::bigint AS discrimination_n,
            sum(answer.people * value) FILTER (WHERE is_complete) AS x,
            sum(answer.people * value * value) FILTER (WHERE is_complete) AS xx,
            sum(totals) FILTER (WHERE is_complete) AS totals,
            sum(squares) FILTER (WHERE is_complete) AS squares,
            sum(totals * value) FILTER (WHERE is_complete) AS xt
        FROM analysis.asked
        JOIN analysis.item_sum AS answer USING (panel_key)
        CROSS JOIN LATERAL (SELECT value IS NOT NULL AND answered = asked.items AS is_complete) AS whole
        WHERE asked.items > 0
        GROUP BY asked.pilot_key, asked.phase, asked.instrument_key, answer.item_key, asked.people
    ) AS sums
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(discrimination_n, k) AS discrimination_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    known.competence,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN difficulty END AS difficulty,
    CASE WHEN discrimination_shown THEN discrimination_n END AS discrimination_n,
    CASE WHEN discrimination_shown THEN discrimination END AS discrimination,
    NOT (shown AND people_shown AND discrimination_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
LEFT JOIN analysis.item AS known
    ON known.instrument_key = judged.instrument_key AND known.item_key = judged.item_key
WHERE known.interaction IS DISTINCT FROM 'likert';

ALTER VIEW evaluation.item_analysis OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.item_analysis TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.item_analysis IS
    'Difficulty and discrimination of the items of tests, one row per pilot, instrument, phase and item that has been '
    'answered. The last answer of a phase counts, voided ones never. Source: lrs.statement (answered), of enrolled '
    'people. Caveats: fewer than 100 people give a hint only; an item that nobody answered with a score is in it with '
    'n 0. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and suppressed is true.';
COMMENT ON COLUMN evaluation.item_analysis.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.item_analysis.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.item_analysis.instrument_code IS
    'Code and version of the instrument; null if it is not defined. Source: training.instrument.';
COMMENT ON COLUMN evaluation.item_analysis.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.item_analysis.item IS 'IRI of the item; as evaluation.statements.item.';
COMMENT ON COLUMN evaluation.item_analysis.position IS
    'Place of the item in the instrument, from 1; null if it is not defined.';
COMMENT ON COLUMN evaluation.item_analysis.item_text IS 'The question, in English where it is.';
COMMENT ON COLUMN evaluation.item_analysis.competence IS
    'Code of the competence that the item is about; null if none is told.';
COMMENT ON COLUMN evaluation.item_analysis.n IS
    'People whose answer has a score: the scaled one, or 1 for right and 0 for wrong.';
COMMENT ON COLUMN evaluation.item_analysis.n_missing IS
    'People who answered the instrument, but not this item with a score: missing, not wrong.';
COMMENT ON COLUMN evaluation.item_analysis.difficulty IS
    'Mean score, from 0 (nobody right) to 1: the higher, the easier.';
COMMENT ON COLUMN evaluation.item_analysis.discrimination_n IS
    'People with a score in every item of the instrument that has any: the n of discrimination.';
COMMENT ON COLUMN evaluation.item_analysis.discrimination IS
    'Correlation of the item with the total of the other items: evaluation.item_rest_correlation. From 0.40 very '
    'good, from 0.30 good, from 0.20 fair; under 0 look at the key. Null if either does not vary.';
COMMENT ON COLUMN evaluation.item_analysis.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.item_analysis.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
