-- Which steps of the way a person took.

CREATE OR REPLACE VIEW analysis.person_deeds AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item,
    COALESCE(deeds.started, false) AS started,
    deeds.attended,
    COALESCE(deeds.completed_keys && ARRAY[pilot.activity_key, pilot.curriculum_activity_key], false) AS completed,
    COALESCE(deeds.assessed, false) AS assessed,
    COALESCE(deeds.passed, false) AS passed,
    COALESCE(deeds.followed_up, false) AS followed_up,
    person.withdrawn_on IS NOT NULL OR COALESCE(deeds.unregistered, false) AS withdrew
FROM analysis.person
JOIN training.pilot ON pilot.pilot_key = person.pilot_key
LEFT JOIN analysis.participation AS deeds
    ON deeds.pilot_key = person.pilot_activity_key AND deeds.agent_key = person.agent_key;

ALTER VIEW analysis.person_deeds OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_deeds IS 'One row per pilot and enrolled person: what the person did, by statements.';
COMMENT ON COLUMN analysis.person_deeds.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_deeds.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_deeds.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.person_deeds.started IS 'Whether there is a statement other than (un)registered.';
COMMENT ON COLUMN analysis.person_deeds.attended IS
    'Sum of the durations of "attended", each up to 24 hours; null without any.';
COMMENT ON COLUMN analysis.person_deeds.completed IS 'Whether the pilot or its curriculum was "completed".';
COMMENT ON COLUMN analysis.person_deeds.assessed IS 'Whether there is a passed or failed test, phase pre apart.';
COMMENT ON COLUMN analysis.person_deeds.passed IS 'Whether there is a passed test, phase pre apart.';
COMMENT ON COLUMN analysis.person_deeds.followed_up IS 'Whether there is a statement of phase followup.';
COMMENT ON COLUMN analysis.person_deeds.withdrew IS
    'Whether the person left before the end: by the list, or by "unregistered" on the pilot.';
