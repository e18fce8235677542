-- What people answered to which item. The last answer of a phase counts.

CREATE OR REPLACE VIEW analysis.person_answer AS
SELECT
    pilot.pilot_key, sitting.agent_key, panel.phase, panel.instrument_key, given.item_key, given.nonresponse,
    given.response, item.instrument_item_key, given.place::integer AS option_position, given.value
FROM analysis.sitting
JOIN analysis.panel ON panel.panel_key = sitting.panel_key
JOIN training.pilot ON pilot.activity_key = sitting.pilot_key
CROSS JOIN LATERAL unnest(
    sitting.item_keys, sitting.nonresponses, sitting.responses, sitting.places, sitting.item_values
) AS given (item_key, nonresponse, response, place, value)
LEFT JOIN analysis.item ON item.instrument_key = panel.instrument_key AND item.item_key = given.item_key
WHERE sitting.enrolled;

ALTER VIEW analysis.person_answer OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_answer IS
    'One row per pilot, enrolled person, phase, instrument and item with a statement "answered".';
COMMENT ON COLUMN analysis.person_answer.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_answer.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_answer.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.person_answer.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.person_answer.item_key IS 'The item in lrs.activity.';
COMMENT ON COLUMN analysis.person_answer.nonresponse IS 'Why there is no answer; null where there is one.';
COMMENT ON COLUMN analysis.person_answer.response IS 'The answer as sent; null where there is none.';
COMMENT ON COLUMN analysis.person_answer.instrument_item_key IS
    'The item of the defined instrument; null if the instrument is not defined, or has no such item.';
COMMENT ON COLUMN analysis.person_answer.option_position IS 'Place of the answer on the item''s scale, from 1.';
COMMENT ON COLUMN analysis.person_answer.value IS
    'The answer as a number: on a scale its place, turned round if the item is reversed; in a test the scaled score, '
    'or 1 for right and 0 for wrong. Null is missing, never wrong.';
