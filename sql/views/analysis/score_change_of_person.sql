-- What a person scored before and after in the mean over the competences tested in both.

CREATE OR REPLACE VIEW analysis.score_change_of_person AS
SELECT
    pilot_key, agent_key, profile_item,
    round(avg(pre) FILTER (WHERE post IS NOT NULL), 16) AS pre,
    round(avg(post) FILTER (WHERE pre IS NOT NULL), 16) AS post
FROM (
    -- Added up instead of joined: the planner would take both sides for a few rows, and compare each with each.
    SELECT pilot_key, agent_key, profile_item, NULL::numeric AS pre, NULL::numeric AS post FROM analysis.person
    UNION ALL
    SELECT pilot_key, agent_key, profile_item, pre, post FROM analysis.score_change
) AS listed
GROUP BY pilot_key, agent_key, profile_item;

ALTER VIEW analysis.score_change_of_person OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.score_change_of_person IS
    'One row per pilot and enrolled person. Competences tested in one phase only do not count.';
COMMENT ON COLUMN analysis.score_change_of_person.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.score_change_of_person.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.score_change_of_person.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.score_change_of_person.pre IS
    'Mean scaled score before, to 16 digits; null without a competence tested in both phases.';
COMMENT ON COLUMN analysis.score_change_of_person.post IS 'Mean scaled score after, likewise.';
