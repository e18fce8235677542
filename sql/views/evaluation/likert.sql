-- What people answer on scales: one row per pilot that the asking evaluator may see, instrument, phase, item on a
-- scale, and place on it.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.likert WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
scale AS (
    SELECT instrument_item_key, position, option_id, labels, count(*) OVER (PARTITION BY instrument_item_key) AS length
    FROM training.instrument_option
    WHERE component = 'scale'
),
answer AS (
    SELECT
        given.*,
        sum(valued) OVER item AS answered,
        sum(valued) OVER (PARTITION BY panel_key, item_key ORDER BY value ROWS UNBOUNDED PRECEDING) AS so_far
    FROM (
        SELECT
            panel.panel_key, told.item_key, known.instrument_item_key, told.place, told.value,
            sum(told.people) AS people,
            COALESCE(sum(told.people) FILTER (WHERE told.value IS NOT NULL), 0) AS valued
        FROM analysis.item AS known
        JOIN analysis.panel USING (instrument_key)
        JOIN analysis.item_sum AS told ON told.panel_key = panel.panel_key AND told.item_key = known.item_key
        WHERE known.interaction = 'likert'
        GROUP BY panel.panel_key, told.item_key, known.instrument_item_key, told.place, told.value
    ) AS given
    WINDOW item AS (PARTITION BY panel_key, item_key)
),
item AS (
    -- The median is the mean of the two in the middle, which may be one.
    SELECT
        panel_key, item_key, instrument_item_key, answered::bigint AS answered,
        (
            min(value) FILTER (WHERE so_far >= div(answered + 1, 2))
                + min(value) FILTER (WHERE so_far >= div(answered, 2) + 1)
        )::double precision / 2 AS median,
        (sum(valued * value) / NULLIF(answered, 0))::double precision AS mean,
        array_agg(place) AS places,
        array_agg(value) AS answers,
        array_agg(people) AS people
    FROM answer
    GROUP BY panel_key, item_key, instrument_item_key, answered
),
counted AS (
    SELECT
        panel_key, panel.pilot_activity_key, panel.phase, panel.instrument_key, item.item_key, instrument_item_key,
        item.answered, item.median, item.mean,
        scale.position, scale.option_id, scale.labels, panel.people AS asked,
        given.people, given.top_people
    FROM item
    JOIN (
        SELECT panel_key, pilot_key AS pilot_activity_key, phase, instrument_key, people FROM analysis.panel
    ) AS panel USING (panel_key)
    JOIN scale USING (instrument_item_key)
    CROSS JOIN LATERAL (
        SELECT
            COALESCE(sum(told.people) FILTER (WHERE told.place = scale.position), 0)::bigint AS people,
            COALESCE(sum(told.people) FILTER (WHERE told.value >= scale.length - 1), 0)::bigint AS top_people
        FROM unnest(item.places, item.answers, item.people) AS told (place, value, people)
    ) AS given
),
celled AS (
    -- What of an item is hidden, once, at its first option.
    SELECT
        counted.*, pilot.pilot_key, disclosure.k,
        row_number() OVER item AS place,
        CASE WHEN row_number() OVER item = 1 THEN evaluation.hidden_cells(array_agg(counted.people) OVER item, k) END
            AS hidden
    FROM counted
    JOIN training.pilot ON pilot.activity_key = counted.pilot_activity_key
    CROSS JOIN disclosure
    WINDOW item AS (
        PARTITION BY panel_key, item_key ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
),
judged AS (
    SELECT
        celled.*,
        NOT evaluation.too_few(answered, k) AS shown,
        NOT evaluation.too_few(asked, k) AS asked_shown,
        NOT evaluation.too_few(answered, k) AND NOT (first_value(hidden) OVER item)[place] AS people_shown,
        NOT evaluation.too_few(answered, k) AND NOT evaluation.too_few(top_people, k) AS top_shown
    FROM celled
    WINDOW item AS (PARTITION BY panel_key, item_key ORDER BY position)
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    known.reversed,
    judged.position AS option_position,
    judged.option_id AS option,
    COALESCE(
        judged.labels ->> 'en', (SELECT value FROM jsonb_each_text(judged.labels) ORDER BY key LIMIT 1)
    ) AS option_label,
    CASE WHEN shown THEN answered END AS n,
    CASE WHEN shown AND asked_shown THEN asked - answered END AS n_missing,
    CASE WHEN people_shown THEN judged.people END AS people,
    CASE WHEN people_shown THEN judged.people::double precision / NULLIF(answered, 0) END AS share,
    CASE WHEN top_shown THEN top_people::double precision / NULLIF(answered, 0) END AS top_2_share,
    CASE WHEN shown THEN median END AS median,
    CASE WHEN shown THEN mean END AS mean,
    NOT (shown AND asked_shown AND people_shown AND top_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
JOIN analysis.item AS known ON known.instrument_item_key = judged.instrument_item_key;

ALTER VIEW evaluation.likert OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.likert TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.likert IS
    'What people answer to the items on scales of defined instruments, one row per pilot, instrument, phase, item and '
    'place on the scale, chosen or not: the data of diverging bars. The last answer of a phase counts, voided ones '
    'never. Source: lrs.statement (answered), training.instrument_option, of enrolled people. Caveat: scales are '
    'ordinal, look at shares and the median. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, '
    'and suppressed is true. Of the places of an item at least two are hidden, if any: evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.likert.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.likert.instrument IS
    'IRI of the instrument''s version; as evaluation.statements.instrument.';
COMMENT ON COLUMN evaluation.likert.instrument_code IS
    'Code and version of the instrument; null if it is not defined. Source: training.instrument.';
COMMENT ON COLUMN evaluation.likert.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN evaluation.likert.item IS 'IRI of the item; as evaluation.statements.item.';
COMMENT ON COLUMN evaluation.likert.position IS 'Place of the item in the instrument, from 1.';
COMMENT ON COLUMN evaluation.likert.item_text IS 'The question, in English where it is.';
COMMENT ON COLUMN evaluation.likert.reversed IS 'Whether high answers mean little of what the scale measures.';
COMMENT ON COLUMN evaluation.likert.option_position IS 'Place on the scale, from 1, as people see it.';
COMMENT ON COLUMN evaluation.likert.option IS 'Id of the place.';
COMMENT ON COLUMN evaluation.likert.option_label IS
    'What people read there, in English where it is; null where the places have no words.';
COMMENT ON COLUMN evaluation.likert.n IS 'People who answered the item on its scale.';
COMMENT ON COLUMN evaluation.likert.n_missing IS
    'People who answered the instrument, but not this item: left out, not applicable and declined.';
COMMENT ON COLUMN evaluation.likert.people IS 'People who chose this place.';
COMMENT ON COLUMN evaluation.likert.share IS 'people / n, from 0 to 1.';
COMMENT ON COLUMN evaluation.likert.top_2_share IS
    'Share of n at the two most favourable places, which are the lowest two if the item is reversed. The same in each '
    'row of the item.';
COMMENT ON COLUMN evaluation.likert.median IS
    'Median place, turned round if the item is reversed. The same in each row of the item.';
COMMENT ON COLUMN evaluation.likert.mean IS 'Mean place, likewise: a help only.';
COMMENT ON COLUMN evaluation.likert.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.likert.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
