-- Scores before and after, side by side.

CREATE OR REPLACE VIEW analysis.score_change AS
SELECT
    pilot_key, agent_key, profile_item, competence_key, subject_key,
    max(score) FILTER (WHERE phase = 'pre') AS pre,
    max(score) FILTER (WHERE phase = 'post') AS post
FROM analysis.score
WHERE phase IN ('pre', 'post')
GROUP BY pilot_key, agent_key, profile_item, competence_key, subject_key;

ALTER VIEW analysis.score_change OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.score_change IS
    'One row per pilot, enrolled person and competence that was tested before or after.';
COMMENT ON COLUMN analysis.score_change.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.score_change.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.score_change.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.score_change.competence_key IS
    'The competence in framework.item, if the framework knows it.';
COMMENT ON COLUMN analysis.score_change.subject_key IS 'As analysis.score.subject_key.';
COMMENT ON COLUMN analysis.score_change.pre IS 'Scaled score before the training; null is missing.';
COMMENT ON COLUMN analysis.score_change.post IS 'Scaled score after it; null is missing.';
