-- Scores before and after, side by side.

CREATE OR REPLACE VIEW analysis.score_change AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item, change.competence_key, change.subject_key,
    change.pre[3] AS pre, change.post[3] AS post
FROM (
    -- Several activities may be one competence. Of their scores the last of a phase counts.
    SELECT
        kept.pilot_key, kept.agent_key, competence.competence_key,
        COALESCE(competence.competence_key, -kept.competence_key) AS subject_key,
        max(kept.pre) AS pre, max(kept.post) AS post
    FROM analysis.test_score AS kept
    LEFT JOIN analysis.competence ON competence.activity_key = kept.competence_key
    WHERE kept.pre IS NOT NULL OR kept.post IS NOT NULL
    GROUP BY
        kept.pilot_key, kept.agent_key, competence.competence_key,
        COALESCE(competence.competence_key, -kept.competence_key)
) AS change
JOIN analysis.actor AS person
    ON person.pilot_activity_key = change.pilot_key AND person.agent_key = change.agent_key;

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
