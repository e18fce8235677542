-- Who was asked which instrument, and of how many items anybody's answer has a value.

CREATE OR REPLACE VIEW analysis.asked AS
SELECT pilot.pilot_key, sat.phase, sat.instrument_key, sat.people, COALESCE(valued.items, 0) AS items
FROM (
    SELECT pilot_key, phase, instrument_key, count(*) AS people
    FROM analysis.sitting
    WHERE enrolled
    GROUP BY pilot_key, phase, instrument_key
) AS sat
JOIN training.pilot ON pilot.activity_key = sat.pilot_key
LEFT JOIN (
    SELECT pilot_key, phase, instrument_key, count(DISTINCT item_key) AS items
    FROM analysis.item_sum
    WHERE value IS NOT NULL
    GROUP BY pilot_key, phase, instrument_key
) AS valued
    ON valued.pilot_key = sat.pilot_key AND valued.phase = sat.phase AND valued.instrument_key = sat.instrument_key;

ALTER VIEW analysis.asked OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.asked IS 'One row per pilot, phase and instrument with a statement "answered" of an enrolled person.';
COMMENT ON COLUMN analysis.asked.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.asked.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.asked.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.asked.people IS 'People who were asked any item.';
COMMENT ON COLUMN analysis.asked.items IS 'Items of which anybody''s answer has a value.';
