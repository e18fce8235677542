-- What people scored in tests. The last attempt of a phase counts, by the time at which it happened.

CREATE OR REPLACE VIEW analysis.score AS
SELECT DISTINCT ON (
    statement.pilot_key, statement.actor_key, competence.competence_key,
    CASE WHEN competence.competence_key IS NULL THEN statement.competence_key END, statement.phase
)
    person.pilot_key, person.agent_key, person.profile_item,
    competence.competence_key,
    COALESCE(competence.competence_key, -statement.competence_key, 0) AS subject_key,
    statement.phase,
    statement.score_scaled AS score
FROM lrs.statement
JOIN lrs.verb ON verb.verb_key = statement.verb_key
JOIN analysis.person
    ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
LEFT JOIN analysis.competence ON competence.activity_key = statement.competence_key
WHERE NOT statement.voided
    AND verb.iri IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed')
    AND statement.phase IN ('pre', 'post', 'followup')
    AND statement.score_scaled IS NOT NULL
ORDER BY
    statement.pilot_key, statement.actor_key, competence.competence_key,
    CASE WHEN competence.competence_key IS NULL THEN statement.competence_key END, statement.phase,
    statement."timestamp" DESC, statement.statement_key DESC;

ALTER VIEW analysis.score OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.score IS
    'One row per pilot, enrolled person, competence and phase with a passed or failed test that has a scaled score.';
COMMENT ON COLUMN analysis.score.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.score.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.score.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.score.competence_key IS
    'The competence in framework.item; null if the test names none that the framework knows.';
COMMENT ON COLUMN analysis.score.subject_key IS
    'Tells competences apart, also those that the framework does not know; one and the same for tests that name none.';
COMMENT ON COLUMN analysis.score.phase IS 'pre, post or followup.';
COMMENT ON COLUMN analysis.score.score IS 'Scaled score of the last attempt, -1 to 1.';
