-- What people scored in tests. The last attempt of a phase counts, by the time at which it happened.

CREATE OR REPLACE VIEW analysis.score AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item, last.competence_key, last.subject_key,
    told.phase::lrs.phase AS phase, told.score
FROM (
    -- Several activities may be one competence. Of their scores the last of a phase counts.
    SELECT
        kept.pilot_key, kept.agent_key, competence.competence_key,
        COALESCE(competence.competence_key, -kept.competence_key) AS subject_key,
        max(kept.pre) AS pre, max(kept.post) AS post, max(kept.followup) AS followup
    FROM analysis.test_score AS kept
    LEFT JOIN analysis.competence ON competence.activity_key = kept.competence_key
    GROUP BY
        kept.pilot_key, kept.agent_key, competence.competence_key,
        COALESCE(competence.competence_key, -kept.competence_key)
) AS last
JOIN analysis.actor AS person
    ON person.pilot_activity_key = last.pilot_key AND person.agent_key = last.agent_key
CROSS JOIN LATERAL (
    VALUES ('pre', last.pre[3]), ('post', last.post[3]), ('followup', last.followup[3])
) AS told (phase, score)
WHERE told.score IS NOT NULL;

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
