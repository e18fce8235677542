-- What a person scored before and after in the mean over the competences tested in both.

CREATE OR REPLACE VIEW analysis.score_change_of_person AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item,
    round(avg(change.pre) FILTER (WHERE change.post IS NOT NULL), 16) AS pre,
    round(avg(change.post) FILTER (WHERE change.pre IS NOT NULL), 16) AS post
FROM analysis.person
LEFT JOIN analysis.score_change AS change
    ON change.pilot_key = person.pilot_key AND change.agent_key = person.agent_key
GROUP BY person.pilot_key, person.agent_key, person.profile_item;

ALTER VIEW analysis.score_change_of_person OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.score_change_of_person IS
    'One row per pilot and enrolled person. Competences tested in one phase only do not count.';
COMMENT ON COLUMN analysis.score_change_of_person.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.score_change_of_person.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.score_change_of_person.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.score_change_of_person.pre IS
    'Mean scaled score before, to 16 digits; null without a competence tested in both phases.';
COMMENT ON COLUMN analysis.score_change_of_person.post IS 'Mean scaled score after, likewise.';
