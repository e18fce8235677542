-- At which level people were found, and at which they found themselves.

CREATE OR REPLACE VIEW analysis.person_level AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item, answer.competence_key, 'self-assessed' AS measure,
    answer.phase, answer.level
FROM (
    -- Several activities may be one competence. Of their answers the last of a phase counts.
    SELECT
        kept.pilot_key, kept.agent_key, competence.competence_key, told.phase,
        (array_agg(told.level ORDER BY told.happened DESC, told.statement_key DESC))[1] AS level
    FROM analysis.own_level AS kept
    JOIN analysis.competence ON competence.activity_key = kept.competence_key
    CROSS JOIN LATERAL (
        VALUES
            ('pre', kept.pre, kept.pre_at, kept.pre_statement),
            ('post', kept.post, kept.post_at, kept.post_statement),
            ('followup', kept.followup, kept.followup_at, kept.followup_statement)
    ) AS told (phase, level, happened, statement_key)
    WHERE told.level IS NOT NULL
    GROUP BY kept.pilot_key, kept.agent_key, competence.competence_key, told.phase
) AS answer
JOIN analysis.person
    ON person.pilot_activity_key = answer.pilot_key AND person.agent_key = answer.agent_key
UNION ALL
SELECT
    person.pilot_key, person.agent_key, person.profile_item, found.competence_key, 'assessed', found.phase, found.level
FROM (
    SELECT
        kept.pilot_key, kept.agent_key, competence.competence_key, kept.phase::text AS phase,
        max(GREATEST(kept.level, CASE WHEN kept.is_shown THEN competence.level END)) AS level
    FROM analysis.shown_level AS kept
    JOIN analysis.competence ON competence.activity_key = kept.competence_key
    GROUP BY kept.pilot_key, kept.agent_key, competence.competence_key, kept.phase
) AS found
JOIN analysis.person
    ON person.pilot_activity_key = found.pilot_key AND person.agent_key = found.agent_key
WHERE found.level IS NOT NULL;

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
