-- Whether people trust themselves with what they learnt, and mean to use it: one row per pilot that the asking
-- evaluator may see, instrument, phase and aspect.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.confidence_commitment WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
person AS (
    SELECT
        pilot_key, phase, instrument_key, aspect, agent_key, avg(rating)::double precision AS rating
    FROM analysis.person_rating
    WHERE aspect IN ('confidence', 'commitment')
    GROUP BY pilot_key, phase, instrument_key, aspect, agent_key
),
asked AS (
    SELECT
        pilot_key, phase, instrument_key, aspect, count(DISTINCT instrument_item_key) AS items
    FROM analysis.person_rating
    WHERE aspect IN ('confidence', 'commitment')
    GROUP BY pilot_key, phase, instrument_key, aspect
),
counted AS (
    SELECT
        pilot_key, phase, instrument_key, aspect,
        count(*) AS n,
        avg(rating) AS mean,
        stddev_samp(rating) AS sd,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY rating) AS median,
        count(*) FILTER (WHERE rating > 0.5) AS favourable
    FROM person
    GROUP BY pilot_key, phase, instrument_key, aspect
),
judged AS (
    SELECT
        counted.*, asked.items, enrolled.people,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(enrolled.people, k) AS people_shown,
        NOT evaluation.too_few(n, k)
            AND NOT (true = ANY (evaluation.hidden_cells(ARRAY[favourable, n - favourable], k))) AS favourable_shown
    FROM counted
    JOIN asked
        ON asked.pilot_key = counted.pilot_key AND asked.phase = counted.phase
        AND asked.instrument_key = counted.instrument_key AND asked.aspect = counted.aspect
    JOIN enrolled ON enrolled.pilot_key = counted.pilot_key
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    (SELECT min(known.instrument_code) FROM analysis.item AS known
        WHERE known.instrument_key = judged.instrument_key) AS instrument_code,
    judged.phase::text AS phase,
    judged.aspect AS aspect,
    judged.items,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN mean END AS mean,
    CASE WHEN shown THEN sd END AS sd,
    CASE WHEN shown THEN mean - evaluation.student_t_quantile(0.975, n::integer - 1) * sd / sqrt(n) END AS mean_low,
    CASE WHEN shown THEN mean + evaluation.student_t_quantile(0.975, n::integer - 1) * sd / sqrt(n) END AS mean_high,
    CASE WHEN shown THEN median END AS median,
    CASE WHEN favourable_shown THEN favourable END AS favourable,
    CASE WHEN favourable_shown THEN favourable::double precision / NULLIF(n, 0) END AS share,
    CASE WHEN favourable_shown THEN (evaluation.wilson_interval(favourable, n)).low END AS share_low,
    CASE WHEN favourable_shown THEN (evaluation.wilson_interval(favourable, n)).high END AS share_high,
    NOT (shown AND people_shown AND favourable_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key;

ALTER VIEW evaluation.confidence_commitment OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.confidence_commitment TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.confidence_commitment IS
    'How far people trust themselves to use what they learnt (confidence), and how far they mean to (commitment): '
    'the parts of learning that tests do not show, by the New World Kirkpatrick model. One row per pilot, '
    'instrument, phase and aspect, from the items on scales of defined instruments that are said to measure it; each '
    'is put on a scale from 0 to 1, turned round if it is reversed. The last answer of a phase counts, voided ones '
    'never. Source: lrs.statement (answered), training.instrument_item, of enrolled people. Caveats: what people say '
    'of themselves; compare phases with the same instrument only. Numbers about 1 to evaluation.threshold() - 1 '
    'people are hidden: null, and suppressed is true. Favourable and other people are told together or not at all.';
COMMENT ON COLUMN evaluation.confidence_commitment.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.confidence_commitment.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.confidence_commitment.instrument_code IS
    'Code and version of the instrument. Source: training.instrument.';
COMMENT ON COLUMN evaluation.confidence_commitment.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.confidence_commitment.aspect IS 'confidence or commitment.';
COMMENT ON COLUMN evaluation.confidence_commitment.items IS 'Items on scales that anybody answered.';
COMMENT ON COLUMN evaluation.confidence_commitment.n IS 'People who answered any of them.';
COMMENT ON COLUMN evaluation.confidence_commitment.n_missing IS
    'Enrolled people who did not: missing, not unfavourable.';
COMMENT ON COLUMN evaluation.confidence_commitment.mean IS
    'Mean over people of each one''s mean rating, from 0 (least favourable place of every item) to 1.';
COMMENT ON COLUMN evaluation.confidence_commitment.sd IS 'Its standard deviation over people, with n - 1.';
COMMENT ON COLUMN evaluation.confidence_commitment.mean_low IS
    'Lower end of the 95 % confidence interval of the mean: mean - t(0.975, n - 1) sd / sqrt(n).';
COMMENT ON COLUMN evaluation.confidence_commitment.mean_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.confidence_commitment.median IS 'Median of the people''s mean ratings.';
COMMENT ON COLUMN evaluation.confidence_commitment.favourable IS
    'People whose mean rating is over 0.5, the middle of the scale.';
COMMENT ON COLUMN evaluation.confidence_commitment.share IS 'favourable / n, from 0 to 1.';
COMMENT ON COLUMN evaluation.confidence_commitment.share_low IS 'Lower end of Wilson''s 95 % interval of the share.';
COMMENT ON COLUMN evaluation.confidence_commitment.share_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.confidence_commitment.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.confidence_commitment.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
