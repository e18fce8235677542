-- Enrolled people who did anything, for rows kept of them: each is found by its keys, so that the planner cannot go wrong.

CREATE OR REPLACE VIEW analysis.actor AS
SELECT
    participation.pilot_key AS pilot_activity_key,
    participation.agent_key,
    pilot.pilot_key,
    COALESCE(enrolment.profile_item, pilot.profile_item) AS profile_item
FROM analysis.participation
JOIN training.pilot ON pilot.activity_key = participation.pilot_key
LEFT JOIN training.enrolment
    ON enrolment.pilot_key = pilot.pilot_key AND enrolment.agent_key = participation.agent_key
WHERE participation.enrolled;

ALTER VIEW analysis.actor OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.actor IS
    'One row per pilot and enrolled person with a statement. Whom to count as missing is told by analysis.person.';
COMMENT ON COLUMN analysis.actor.pilot_activity_key IS 'The pilot as statements name it.';
COMMENT ON COLUMN analysis.actor.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.actor.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.actor.profile_item IS
    'CASE identifier of the person''s staff profile: that of the list, or the pilot''s.';
