-- How consistent instruments are: one row per pilot that the asking evaluator may see, instrument and phase.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.reliability WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
asked AS MATERIALIZED (
    SELECT panel_key, pilot_key, phase, instrument_key, people, items FROM analysis.asked WHERE items > 0
),
item AS (
    -- Of those with a value for every item, who are the same for each item.
    SELECT
        panel_key, sum(answer.people) AS n, sum(totals) AS totals, sum(squares) AS squares,
        ARRAY[sum(answer.people * value), sum(answer.people * value * value)] AS sums
    FROM asked
    JOIN analysis.item_sum AS answer USING (panel_key)
    WHERE value IS NOT NULL AND answered = asked.items
    GROUP BY panel_key, item_key
),
whole AS MATERIALIZED (
    SELECT
        panel_key, max(n) AS n, max(totals) AS totals, max(squares) AS squares, array_agg(sums) AS of_items
    FROM item
    GROUP BY panel_key
),
counted AS (
    SELECT
        asked.pilot_key, asked.phase, asked.instrument_key, asked.items, asked.people,
        COALESCE(whole.n, 0)::bigint AS n,
        evaluation.finish_alpha(
            ARRAY[whole.n, whole.totals, whole.squares] || ARRAY(SELECT unnest(whole.of_items))
        ) AS alpha,
        (whole.totals / whole.n)::double precision AS total_mean,
        sqrt(
            (whole.n * whole.squares - whole.totals * whole.totals) / NULLIF(whole.n * (whole.n - 1), 0)
        )::double precision AS total_sd
    FROM asked
    LEFT JOIN whole USING (panel_key)
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
    instrument.iri AS instrument,
    (SELECT min(known.instrument_code) FROM analysis.item AS known
        WHERE known.instrument_key = judged.instrument_key) AS instrument_code,
    judged.phase::text AS phase,
    judged.items,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN alpha END AS alpha,
    CASE WHEN shown THEN total_mean END AS total_mean,
    CASE WHEN shown THEN total_sd END AS total_sd,
    NOT (shown AND people_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key;

ALTER VIEW evaluation.reliability OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.reliability TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.reliability IS
    'Cronbach''s alpha of instruments, one row per pilot, instrument and phase with items whose answers have a number: '
    'test items their score, items on a scale their place, turned round if the item is reversed. The last answer of a '
    'phase counts, voided ones never. Source: lrs.statement (answered), training.instrument, of enrolled people. '
    'Formula: evaluation.cronbach_alpha, over complete cases; for right and wrong it is KR-20. Caveats: wide under 30 '
    'people; says nothing of one dimension. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, '
    'and suppressed is true.';
COMMENT ON COLUMN evaluation.reliability.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.reliability.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.reliability.instrument_code IS
    'Code and version of the instrument; null if it is not defined. Source: training.instrument.';
COMMENT ON COLUMN evaluation.reliability.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.reliability.items IS 'Items of which anybody''s answer has a number: the k of alpha.';
COMMENT ON COLUMN evaluation.reliability.n IS 'People with a number in every one of them.';
COMMENT ON COLUMN evaluation.reliability.n_missing IS
    'People who answered the instrument, but not all of these items.';
COMMENT ON COLUMN evaluation.reliability.alpha IS
    'Cronbach''s alpha. Null for one item, or if the totals do not vary.';
COMMENT ON COLUMN evaluation.reliability.total_mean IS 'Mean of the totals.';
COMMENT ON COLUMN evaluation.reliability.total_sd IS 'Standard deviation of the totals, with n - 1.';
COMMENT ON COLUMN evaluation.reliability.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.reliability.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
