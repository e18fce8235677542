-- Who was asked which instrument, and of how many items anybody's answer has a value.

CREATE OR REPLACE VIEW analysis.asked AS
SELECT
    panel.panel_key, pilot.pilot_key, panel.phase, panel.instrument_key, panel.people,
    COALESCE(valued.items, 0) AS items
FROM analysis.panel
JOIN training.pilot ON pilot.activity_key = panel.pilot_key
LEFT JOIN (
    SELECT panel_key, count(DISTINCT item_key) AS items
    FROM analysis.item_sum
    WHERE value IS NOT NULL
    GROUP BY panel_key
) AS valued ON valued.panel_key = panel.panel_key
WHERE panel.people > 0;

ALTER VIEW analysis.asked OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.asked IS 'One row per pilot, phase and instrument with a statement "answered" of an enrolled person.';
COMMENT ON COLUMN analysis.asked.panel_key IS 'The panel: pilot, phase and instrument in one.';
COMMENT ON COLUMN analysis.asked.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.asked.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.asked.instrument_key IS 'The instrument in lrs.activity.';
COMMENT ON COLUMN analysis.asked.people IS 'People who were asked any item.';
COMMENT ON COLUMN analysis.asked.items IS 'Items of which anybody''s answer has a value.';
