-- How people rated what items on scales ask, on a common scale. The last answer of a phase counts.

CREATE OR REPLACE VIEW analysis.person_rating AS
SELECT
    answer.pilot_key, answer.agent_key, answer.phase, answer.instrument_key, answer.instrument_item_key,
    item.kirkpatrick_level, item.aspect,
    (answer.value - 1) / (scale.length - 1) AS rating
FROM analysis.person_answer AS answer
JOIN training.instrument_item AS item USING (instrument_item_key)
CROSS JOIN LATERAL (
    SELECT count(*) AS length
    FROM training.instrument_option AS scale_option
    WHERE scale_option.instrument_item_key = item.instrument_item_key AND scale_option.component = 'scale'
) AS scale
WHERE item.interaction = 'likert' AND answer.value IS NOT NULL AND scale.length > 1;

ALTER VIEW analysis.person_rating OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_rating IS
    'One row per pilot, enrolled person, phase, instrument and item on a scale with an answer.';
COMMENT ON COLUMN analysis.person_rating.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_rating.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_rating.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.person_rating.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.person_rating.instrument_item_key IS 'The item in training.instrument_item.';
COMMENT ON COLUMN analysis.person_rating.kirkpatrick_level IS 'What the item measures: 1 reaction, 2 learning, ...';
COMMENT ON COLUMN analysis.person_rating.aspect IS 'What of that, e.g. relevance; null if it is not told.';
COMMENT ON COLUMN analysis.person_rating.rating IS
    'The answer from 0, the least favourable place, to 1, the most: (place - 1) / (places - 1), turned round if the '
    'item is reversed.';
