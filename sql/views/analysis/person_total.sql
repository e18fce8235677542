-- Who answered every item of an instrument, and with which total.

CREATE OR REPLACE VIEW analysis.person_total AS
SELECT
    asked.panel_key, asked.pilot_key, sitting.agent_key, asked.phase, asked.instrument_key, asked.items, asked.people,
    sitting.answered = asked.items AS is_complete,
    CASE WHEN sitting.answered = asked.items THEN sitting.total END AS total,
    sitting.item_keys AS asked_items,
    sitting.responses
FROM analysis.asked
JOIN analysis.sitting ON sitting.panel_key = asked.panel_key
WHERE sitting.enrolled AND asked.items > 0;

ALTER VIEW analysis.person_total OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_total IS
    'One row per pilot, phase, instrument with items that have a value, and enrolled person who was asked any of them.';
COMMENT ON COLUMN analysis.person_total.panel_key IS 'The panel: pilot, phase and instrument in one.';
COMMENT ON COLUMN analysis.person_total.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_total.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_total.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.person_total.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.person_total.items IS 'Items of which anybody''s answer has a value.';
COMMENT ON COLUMN analysis.person_total.people IS 'People who were asked any item.';
COMMENT ON COLUMN analysis.person_total.is_complete IS 'Whether each of the items has a value of this person.';
COMMENT ON COLUMN analysis.person_total.total IS 'Sum of the values; null unless complete.';
COMMENT ON COLUMN analysis.person_total.asked_items IS 'The items that the person was asked, as in lrs.activity.';
COMMENT ON COLUMN analysis.person_total.responses IS 'The answers to them, as sent; null where there is none.';
