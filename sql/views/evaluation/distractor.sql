-- Which options people choose: one row per pilot that the asking evaluator may see, instrument, phase, item of
-- choice, and option.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.distractor WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
choosable AS (
    SELECT
        item.instrument_key, item.item_key, item.instrument_item_key, offered.option_id, offered.position,
        EXISTS (
            SELECT FROM unnest(item.correct_responses) AS pattern
            WHERE offered.option_id = ANY (string_to_array(pattern, '[,]'))
        ) AS is_key
    FROM analysis.item
    CROSS JOIN LATERAL (
        SELECT option.option_id, option.position
        FROM training.instrument_option AS option
        WHERE option.instrument_item_key = item.instrument_item_key AND option.component = 'choices'
        UNION ALL
        SELECT truth.option_id, truth.position
        FROM (VALUES ('true', 1), ('false', 2)) AS truth (option_id, position)
        WHERE item.interaction = 'true-false'
    ) AS offered
    WHERE item.interaction IN ('choice', 'true-false') AND item.correct_responses IS NOT NULL
),
total AS (
    -- Thirds by the total; whoever has the same total as the last of a third is in it as well.
    SELECT
        panel_key, pilot_key, phase, instrument_key, asked_items, responses, people,
        is_complete AND rank() OVER (everybody ORDER BY total) - 1 < count(*) OVER everybody / 3.0 AS is_lower,
        is_complete AND rank() OVER (everybody ORDER BY total DESC) - 1 < count(*) OVER everybody / 3.0 AS is_upper
    FROM analysis.person_total
    WHERE instrument_key IN (SELECT choosable.instrument_key FROM choosable)
    WINDOW everybody AS (PARTITION BY panel_key, is_complete)
),
-- Answers, then options: there are many of the first, and most say the same.
answer AS (
    SELECT
        total.pilot_key, total.phase, total.instrument_key, total.people, given.item_key,
        string_to_array(given.response, '[,]') AS chosen,
        count(*) AS answered,
        count(*) FILTER (WHERE total.is_lower) AS lower_answered,
        count(*) FILTER (WHERE total.is_upper) AS upper_answered
    FROM total
    CROSS JOIN LATERAL unnest(total.asked_items, total.responses) AS given (item_key, response)
    WHERE given.response IS NOT NULL
    GROUP BY total.pilot_key, total.phase, total.instrument_key, total.people, given.item_key, given.response
),
counted AS (
    SELECT
        answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, answer.people,
        choosable.instrument_item_key, choosable.option_id, choosable.position, choosable.is_key,
        sum(answered)::bigint AS answered,
        COALESCE(sum(answered) FILTER (WHERE is_chosen), 0)::bigint AS n,
        sum(lower_answered)::bigint AS lower_n,
        COALESCE(sum(lower_answered) FILTER (WHERE is_chosen), 0)::bigint AS lower_chose,
        sum(upper_answered)::bigint AS upper_n,
        COALESCE(sum(upper_answered) FILTER (WHERE is_chosen), 0)::bigint AS upper_chose
    FROM answer
    JOIN choosable USING (instrument_key, item_key)
    CROSS JOIN LATERAL (SELECT choosable.option_id = ANY (chosen) AS is_chosen) AS choice
    GROUP BY
        answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, answer.people,
        choosable.instrument_item_key, choosable.option_id, choosable.position, choosable.is_key
),
celled AS (
    -- What of an item is hidden, once, at its first option.
    SELECT
        counted.*, disclosure.k,
        row_number() OVER item AS place,
        CASE WHEN row_number() OVER item = 1 THEN evaluation.hidden_cells(array_agg(n) OVER item, k) END AS hidden,
        CASE WHEN row_number() OVER item = 1 THEN evaluation.hidden_cells(array_agg(lower_chose) OVER item, k) END
            AS lower_hidden,
        CASE WHEN row_number() OVER item = 1 THEN evaluation.hidden_cells(array_agg(upper_chose) OVER item, k) END
            AS upper_hidden
    FROM counted
    CROSS JOIN disclosure
    WINDOW item AS (
        PARTITION BY pilot_key, phase, instrument_key, item_key ORDER BY position
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
),
judged AS (
    SELECT
        celled.*,
        NOT evaluation.too_few(answered, k) AND NOT (first_value(hidden) OVER item)[place] AS shown,
        NOT evaluation.too_few(answered, k) AND NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(lower_n, k) AND NOT (first_value(lower_hidden) OVER item)[place] AS lower_shown,
        NOT evaluation.too_few(upper_n, k) AND NOT (first_value(upper_hidden) OVER item)[place] AS upper_shown
    FROM celled
    WINDOW item AS (PARTITION BY pilot_key, phase, instrument_key, item_key ORDER BY position)
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    judged.position AS option_position,
    judged.option_id AS option,
    judged.is_key,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN people_shown THEN people - answered END AS n_missing,
    CASE WHEN shown THEN n::double precision / answered END AS share,
    CASE WHEN upper_shown THEN upper_chose::double precision / NULLIF(upper_n, 0) END AS share_of_upper_third,
    CASE WHEN lower_shown THEN lower_chose::double precision / NULLIF(lower_n, 0) END AS share_of_lower_third,
    NOT (shown AND people_shown AND lower_shown AND upper_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
JOIN analysis.item AS known ON known.instrument_item_key = judged.instrument_item_key;

ALTER VIEW evaluation.distractor OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.distractor TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.distractor IS
    'Which options of the items of choice (also true or false) people choose, and whether the weak choose others than '
    'the strong: one row per pilot, instrument, phase, item with a key, and option, chosen or not. The last answer of '
    'a phase counts, voided ones never. Source: lrs.statement (answered), training.instrument_option, of enrolled '
    'people. A distractor works if the lower third chooses it more often than the upper third. Caveat: answers that '
    'are no option of the defined instrument are in no row. Numbers about 1 to evaluation.threshold() - 1 people are '
    'hidden: null, and suppressed is true. Of the options of an item at least two are hidden, if any: '
    'evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.distractor.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.distractor.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.distractor.instrument_code IS
    'Code and version of the instrument; null if it is not defined. Source: training.instrument.';
COMMENT ON COLUMN evaluation.distractor.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.distractor.item IS 'IRI of the item; as evaluation.statements.item.';
COMMENT ON COLUMN evaluation.distractor.position IS 'Place of the item in the instrument, from 1.';
COMMENT ON COLUMN evaluation.distractor.item_text IS 'The question, in English where it is.';
COMMENT ON COLUMN evaluation.distractor.option_position IS 'Place of the option in the item, from 1.';
COMMENT ON COLUMN evaluation.distractor.option IS 'Id of the option; true or false.';
COMMENT ON COLUMN evaluation.distractor.is_key IS 'Whether the key has it.';
COMMENT ON COLUMN evaluation.distractor.n IS 'People who chose it, alone or among others.';
COMMENT ON COLUMN evaluation.distractor.n_missing IS 'People who answered the instrument, but not this item.';
COMMENT ON COLUMN evaluation.distractor.share IS 'n / people who answered the item, from 0 to 1.';
COMMENT ON COLUMN evaluation.distractor.share_of_upper_third IS
    'The same of the third of people with the highest totals, of those who answered every item; equal totals make it '
    'larger.';
COMMENT ON COLUMN evaluation.distractor.share_of_lower_third IS 'The same of the third with the lowest totals.';
COMMENT ON COLUMN evaluation.distractor.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.distractor.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
