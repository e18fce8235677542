-- At which levels people were found in each phase, and at which they found themselves, side by side.

CREATE OR REPLACE VIEW analysis.level_of_person AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item, answer.competence_key, 'self-assessed' AS measure,
    answer.pre[3]::smallint AS pre, answer.post[3]::smallint AS post, answer.followup[3]::smallint AS followup
FROM (
    -- Several activities may be one competence. Of their answers the last of a phase counts.
    SELECT
        kept.pilot_key, kept.agent_key, competence.competence_key,
        max(kept.pre) AS pre, max(kept.post) AS post, max(kept.followup) AS followup
    FROM analysis.own_level AS kept
    JOIN analysis.competence ON competence.activity_key = kept.competence_key
    GROUP BY kept.pilot_key, kept.agent_key, competence.competence_key
) AS answer
JOIN analysis.actor AS person
    ON person.pilot_activity_key = answer.pilot_key AND person.agent_key = answer.agent_key
UNION ALL
SELECT
    person.pilot_key, person.agent_key, person.profile_item, found.competence_key, 'assessed', found.pre, found.post,
    found.followup
FROM (
    SELECT
        kept.pilot_key, kept.agent_key, competence.competence_key,
        max(shown.level) FILTER (WHERE kept.phase = 'pre') AS pre,
        max(shown.level) FILTER (WHERE kept.phase = 'post') AS post,
        max(shown.level) FILTER (WHERE kept.phase = 'followup') AS followup
    FROM analysis.shown_level AS kept
    JOIN analysis.competence ON competence.activity_key = kept.competence_key
    CROSS JOIN LATERAL (
        SELECT GREATEST(kept.level, CASE WHEN kept.is_shown THEN competence.level END) AS level
    ) AS shown
    WHERE shown.level IS NOT NULL
    GROUP BY kept.pilot_key, kept.agent_key, competence.competence_key
) AS found
JOIN analysis.actor AS person
    ON person.pilot_activity_key = found.pilot_key AND person.agent_key = found.agent_key;

ALTER VIEW analysis.level_of_person OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.level_of_person IS
    'One row per pilot, enrolled person, competence and measure with a level. Who was not assessed has no row: a failed '
    'test finds no level.';
COMMENT ON COLUMN analysis.level_of_person.pilot_key IS 'The pilot.';
COMMENT ON COLUMN analysis.level_of_person.agent_key IS 'The person''s account.';
COMMENT ON COLUMN analysis.level_of_person.profile_item IS 'CASE identifier of the person''s staff profile.';
COMMENT ON COLUMN analysis.level_of_person.competence_key IS 'The competence in framework.item.';
COMMENT ON COLUMN analysis.level_of_person.measure IS
    'self-assessed (the last answer of the phase) or assessed (the highest level passed or achieved, never by '
    'self-assessment).';
COMMENT ON COLUMN analysis.level_of_person.pre IS 'The level before, 0 to 4; null without.';
COMMENT ON COLUMN analysis.level_of_person.post IS
    'The level after, with what was assessed during the training, or in no phase; null without.';
COMMENT ON COLUMN analysis.level_of_person.followup IS 'The level at follow-up; null without.';
