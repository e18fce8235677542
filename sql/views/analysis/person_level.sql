-- At which level people were found, and at which they found themselves.

CREATE OR REPLACE VIEW analysis.person_level AS
SELECT pilot_key, agent_key, profile_item, competence_key, 'self-assessed' AS measure, phase::text, level
FROM (
    -- The last answer of a phase counts.
    SELECT DISTINCT ON (person.pilot_key, person.agent_key, competence.competence_key, statement.phase)
        person.pilot_key, person.agent_key, person.profile_item, competence.competence_key, statement.phase,
        statement.level
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    JOIN analysis.competence ON competence.activity_key = statement.competence_key
    WHERE NOT statement.voided
        AND verb.iri = 'https://w3id.org/xapi/iust/verbs/self-assessed'
        AND statement.phase IN ('pre', 'post', 'followup')
        AND statement.level IS NOT NULL
    ORDER BY
        person.pilot_key, person.agent_key, competence.competence_key, statement.phase,
        statement."timestamp" DESC, statement.statement_key DESC
) AS answer
UNION ALL
SELECT
    person.pilot_key, person.agent_key, person.profile_item, competence.competence_key, 'assessed',
    CASE WHEN statement.phase IN ('pre', 'followup') THEN statement.phase::text ELSE 'post' END,
    max(COALESCE(statement.level, competence.level))
FROM lrs.statement
JOIN lrs.verb ON verb.verb_key = statement.verb_key
JOIN analysis.person
    ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
JOIN analysis.competence ON competence.activity_key = statement.competence_key
WHERE NOT statement.voided
    AND verb.iri IN ('http://adlnet.gov/expapi/verbs/passed', 'https://w3id.org/xapi/tla/verbs/achieved')
    AND statement.success IS NOT FALSE
    AND statement.level_method IS DISTINCT FROM 'self'
    AND COALESCE(statement.level, competence.level) IS NOT NULL
GROUP BY
    person.pilot_key, person.agent_key, person.profile_item, competence.competence_key,
    CASE WHEN statement.phase IN ('pre', 'followup') THEN statement.phase::text ELSE 'post' END;

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
