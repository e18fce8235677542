-- Which steps of the way a person took.

CREATE OR REPLACE VIEW analysis.person_deeds AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item,
    COALESCE(bool_or(deed.verb NOT LIKE '%registered'), false) AS started,
    sum(LEAST(deed.duration, interval '24 hours')) FILTER (
        WHERE deed.verb = 'http://adlnet.gov/expapi/verbs/attended' AND deed.duration > interval '0'
    ) AS attended,
    COALESCE(bool_or(
        deed.verb = 'http://adlnet.gov/expapi/verbs/completed' AND deed.completion IS NOT FALSE
            AND deed.object_activity_key IN (pilot.activity_key, pilot.curriculum_activity_key)
    ), false) AS completed,
    COALESCE(bool_or(
        deed.verb IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed')
            AND deed.phase IS DISTINCT FROM 'pre'
    ), false) AS assessed,
    COALESCE(bool_or(
        deed.verb = 'http://adlnet.gov/expapi/verbs/passed' AND deed.phase IS DISTINCT FROM 'pre'
    ), false) AS passed,
    COALESCE(bool_or(deed.phase = 'followup'), false) AS followed_up,
    person.withdrawn_on IS NOT NULL OR COALESCE(bool_or(
        deed.verb = 'http://id.tincanapi.com/verb/unregistered' AND deed.object_activity_key = pilot.activity_key
    ), false) AS withdrew
FROM analysis.person
JOIN training.pilot ON pilot.pilot_key = person.pilot_key
LEFT JOIN (
    SELECT
        statement.pilot_key, statement.actor_key, statement.object_activity_key, statement.duration,
        statement.completion, statement.phase, verb.iri AS verb
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    WHERE NOT statement.voided
) AS deed ON deed.pilot_key = person.pilot_activity_key AND deed.actor_key = person.agent_key
GROUP BY person.pilot_key, person.agent_key, person.profile_item, person.withdrawn_on;

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
