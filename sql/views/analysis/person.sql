-- Who takes part in which pilot: the people on whom every share is based.

CREATE OR REPLACE VIEW analysis.person AS
SELECT
    pilot.pilot_key,
    pilot.activity_key AS pilot_activity_key,
    enrolled.agent_key,
    enrolment.partner_key,
    COALESCE(enrolment.profile_item, pilot.profile_item) AS profile_item,
    enrolment.withdrawn_on
FROM (
    SELECT enrolment.pilot_key, enrolment.agent_key
    FROM training.enrolment
    UNION
    SELECT pilot.pilot_key, participation.agent_key
    FROM analysis.participation
    JOIN training.pilot ON pilot.activity_key = participation.pilot_key
    WHERE participation.registered AND participation.agent_key <> 0
) AS enrolled
JOIN training.pilot ON pilot.pilot_key = enrolled.pilot_key
LEFT JOIN training.enrolment
    ON enrolment.pilot_key = enrolled.pilot_key AND enrolment.agent_key = enrolled.agent_key;

ALTER VIEW analysis.person OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person IS
    'One row per pilot and person enrolled in it: on the pilot''s list, or by a statement "registered" on the pilot. '
    'Who left later is among them.';
COMMENT ON COLUMN analysis.person.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person.pilot_activity_key IS 'The pilot as statements name it.';
COMMENT ON COLUMN analysis.person.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person.partner_key IS 'The partner that the person belongs to, where the list tells it.';
COMMENT ON COLUMN analysis.person.profile_item IS
    'CASE identifier of the person''s staff profile: that of the list, or the pilot''s.';
COMMENT ON COLUMN analysis.person.withdrawn_on IS 'Day on which the person left, where the list tells it.';
