-- At which level people were found, and at which they found themselves.

CREATE OR REPLACE VIEW analysis.person_level AS
SELECT
    kept.pilot_key, kept.agent_key, kept.profile_item, kept.competence_key, kept.measure, told.phase, told.level
FROM analysis.level_of_person AS kept
CROSS JOIN LATERAL (VALUES ('pre', kept.pre), ('post', kept.post), ('followup', kept.followup)) AS told (phase, level)
WHERE told.level IS NOT NULL;

ALTER VIEW analysis.person_level OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_level IS
    'One row per pilot, enrolled person, competence, measure and phase with a level. Who was not assessed has no row: '
    'a failed test finds no level.';
COMMENT ON COLUMN analysis.person_level.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_level.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_level.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.person_level.competence_key IS 'The competence in framework.item.';
COMMENT ON COLUMN analysis.person_level.measure IS
    'self-assessed (the last answer of the phase) or assessed (the highest level passed or achieved, never by '
    'self-assessment).';
COMMENT ON COLUMN analysis.person_level.phase IS
    'pre, post or followup; what was assessed during the training, or in no phase, is post.';
COMMENT ON COLUMN analysis.person_level.level IS 'The level, 0 to 4.';
