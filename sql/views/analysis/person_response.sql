-- Who answered which instrument in which phase, by a part of it or by a score of the whole.

CREATE OR REPLACE VIEW analysis.person_response AS
SELECT DISTINCT person.pilot_key, person.agent_key, statement.phase, named.instrument_key
FROM lrs.statement
JOIN analysis.person
    ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
CROSS JOIN LATERAL (
    SELECT statement.instrument_key WHERE statement.instrument_key IS NOT NULL
    UNION
    SELECT version.activity_key
    FROM training.instrument_version AS version
    WHERE version.activity_key = statement.object_activity_key
) AS named (instrument_key)
WHERE NOT statement.voided AND statement.phase IS NOT NULL;

ALTER VIEW analysis.person_response OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.person_response IS
    'One row per pilot, enrolled person, phase and instrument with any statement.';
COMMENT ON COLUMN analysis.person_response.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.person_response.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.person_response.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN analysis.person_response.instrument_key IS 'The instrument in lrs.activity.';
