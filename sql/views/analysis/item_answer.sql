-- How people answered which item.

CREATE OR REPLACE VIEW analysis.item_answer AS
SELECT
    pilot.pilot_key, item_sum.phase, item_sum.instrument_key, item_sum.item_key, item_sum.answered, item_sum.nonresponse,
    item_sum.place, item_sum.value, item_sum.people, item_sum.totals, item_sum.squares
FROM analysis.item_sum
JOIN training.pilot ON pilot.activity_key = item_sum.pilot_key;

ALTER VIEW analysis.item_answer OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.item_answer IS
    'One row per pilot, phase, instrument, item, kind of answer, and number of answers with a value that people gave to '
    'the instrument in that phase.';
COMMENT ON COLUMN analysis.item_answer.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.item_answer.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.item_answer.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.item_answer.item_key IS 'The item in lrs.activity.';
COMMENT ON COLUMN analysis.item_answer.answered IS 'How many answers with a value the people gave.';
COMMENT ON COLUMN analysis.item_answer.nonresponse IS 'Why there is no answer; null where there is one.';
COMMENT ON COLUMN analysis.item_answer.place IS 'Place of the answer on the item''s scale, from 1.';
COMMENT ON COLUMN analysis.item_answer.value IS 'The answer as a number, see analysis.person_answer.';
COMMENT ON COLUMN analysis.item_answer.people IS 'How many people.';
COMMENT ON COLUMN analysis.item_answer.totals IS 'Sum of their totals over all items.';
COMMENT ON COLUMN analysis.item_answer.squares IS 'Sum of the squares of these totals.';
