-- Who answered every item of an instrument, and with which total.

CREATE OR REPLACE VIEW analysis.person_total AS
SELECT
    answered.pilot_key, answered.agent_key, answered.phase, answered.instrument_key, whole.items,
    answered.items = whole.items AS is_complete,
    CASE WHEN answered.items = whole.items THEN answered.total END AS total,
    CASE WHEN answered.items = whole.items THEN answered.item_values END AS item_values,
    answered.asked_items, answered.option_items, answered.responses
FROM (
    SELECT
        pilot_key, agent_key, phase, instrument_key, count(value) AS items, sum(value) AS total,
        array_agg(value ORDER BY item_key) FILTER (WHERE value IS NOT NULL) AS item_values,
        array_agg(item_key ORDER BY item_key) AS asked_items,
        array_agg(instrument_item_key ORDER BY item_key) AS option_items,
        array_agg(response ORDER BY item_key) AS responses
    FROM analysis.person_answer
    GROUP BY pilot_key, agent_key, phase, instrument_key
) AS answered
JOIN (
    SELECT pilot_key, phase, instrument_key, count(DISTINCT item_key) AS items
    FROM analysis.person_answer
    WHERE value IS NOT NULL
    GROUP BY pilot_key, phase, instrument_key
) AS whole
    ON whole.pilot_key = answered.pilot_key AND whole.phase = answered.phase
    AND whole.instrument_key = answered.instrument_key;

ALTER VIEW analysis.person_total OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_total IS
    'One row per pilot, phase, instrument with items that have a value, and enrolled person who was asked any of them.';
COMMENT ON COLUMN analysis.person_total.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_total.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_total.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.person_total.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.person_total.items IS 'Items of which anybody''s answer has a value.';
COMMENT ON COLUMN analysis.person_total.is_complete IS 'Whether each of them has, of this person.';
COMMENT ON COLUMN analysis.person_total.total IS 'Sum of the values; null unless complete.';
COMMENT ON COLUMN analysis.person_total.item_values IS
    'The values, in the order of the items'' keys; null unless complete.';
COMMENT ON COLUMN analysis.person_total.asked_items IS
    'The items that the person was asked, as in lrs.activity; each with the next two, so that nobody need join them.';
COMMENT ON COLUMN analysis.person_total.option_items IS 'The same items as in training.instrument_item.';
COMMENT ON COLUMN analysis.person_total.responses IS 'The answers to them, as sent; null where there is none.';
