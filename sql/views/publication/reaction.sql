-- One row per pilot, survey, phase and item on a scale. What would be told of a pilot if it were published now.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW publication.reaction WITH (security_barrier = true) AS
WITH answered AS (
    SELECT
        answer.pilot_key, answer.phase, answer.instrument_item_key, count(*) AS people,
        avg(answer.value) AS mean, stddev_samp(answer.value) AS sd, scale.length,
        count(*) FILTER (WHERE answer.value >= scale.length - 1) AS top_people
    FROM analysis.person_answer AS answer
    CROSS JOIN LATERAL (
        SELECT count(*) AS length
        FROM training.instrument_option AS scale_option
        WHERE scale_option.instrument_item_key = answer.instrument_item_key AND scale_option.component = 'scale'
    ) AS scale
    WHERE answer.value IS NOT NULL
    GROUP BY answer.pilot_key, answer.phase, answer.instrument_item_key, scale.length
)
SELECT
    size.code AS pilot,
    version.iri AS instrument,
    instrument.code || ' ' || version.version AS instrument_code,
    used.phase::text AS phase,
    item.position,
    COALESCE(
        item.texts ->> 'en', (SELECT value FROM jsonb_each_text(item.texts) ORDER BY key LIMIT 1)
    ) AS item_text,
    item.aspect,
    size.n_from,
    size.n_to,
    part.people_from AS answered_from,
    part.people_to AS answered_to,
    -- Close to an end of the scale, a mean tells everybody's answer; where nobody's answer differs, it is everybody's.
    CASE WHEN part.people_from >= size.k AND answered.sd > 0 THEN
        round(LEAST(GREATEST(answered.mean, 1 + (length - 1) * 0.05), length - (length - 1) * 0.05), 1)
    END AS mean,
    within.people_from AS top_2_from,
    within.people_to AS top_2_to,
    share.share_from AS top_2_share_from,
    share.share_to AS top_2_share_to,
    NOT COALESCE(part.people_from >= size.k AND answered.sd > 0, false) OR within.people_from < size.k AS suppressed,
    now() AS as_of
FROM training.pilot_instrument AS used
JOIN training.instrument_version AS version USING (instrument_version_key)
JOIN training.instrument ON instrument.instrument_key = version.instrument_key AND instrument.kind = 'survey'
JOIN training.instrument_item AS item
    ON item.instrument_version_key = version.instrument_version_key AND item.interaction = 'likert'
JOIN analysis.pilot_size AS size ON size.pilot_key = used.pilot_key
LEFT JOIN answered
    ON answered.pilot_key = used.pilot_key AND answered.phase = used.phase
    AND answered.instrument_item_key = item.instrument_item_key
CROSS JOIN LATERAL evaluation.coded_count(COALESCE(answered.people, 0), size.told_k) AS part
CROSS JOIN LATERAL evaluation.coded_count(COALESCE(answered.top_people, 0), size.told_k) AS within
LEFT JOIN LATERAL evaluation.coded_share(
    within.people_from, within.people_to, part.people_from, part.people_to
) AS share ON true;

ALTER VIEW publication.reaction OWNER TO tessera_reporting;
GRANT SELECT ON publication.reaction TO tessera_service;

COMMENT ON VIEW publication.reaction IS 'What published.reaction would tell of pilots if they were published now.';
COMMENT ON COLUMN publication.reaction.pilot IS 'As published.reaction.pilot.';
COMMENT ON COLUMN publication.reaction.instrument IS 'As published.reaction.instrument.';
COMMENT ON COLUMN publication.reaction.instrument_code IS 'As published.reaction.instrument_code.';
COMMENT ON COLUMN publication.reaction.phase IS 'As published.reaction.phase.';
COMMENT ON COLUMN publication.reaction.position IS 'As published.reaction.position.';
COMMENT ON COLUMN publication.reaction.item_text IS 'As published.reaction.item_text.';
COMMENT ON COLUMN publication.reaction.aspect IS 'As published.reaction.aspect.';
COMMENT ON COLUMN publication.reaction.n_from IS 'As published.reaction.n_from.';
COMMENT ON COLUMN publication.reaction.n_to IS 'As published.reaction.n_to.';
COMMENT ON COLUMN publication.reaction.answered_from IS 'As published.reaction.answered_from.';
COMMENT ON COLUMN publication.reaction.answered_to IS 'As published.reaction.answered_to.';
COMMENT ON COLUMN publication.reaction.mean IS 'As published.reaction.mean.';
COMMENT ON COLUMN publication.reaction.top_2_from IS 'As published.reaction.top_2_from.';
COMMENT ON COLUMN publication.reaction.top_2_to IS 'As published.reaction.top_2_to.';
COMMENT ON COLUMN publication.reaction.top_2_share_from IS 'As published.reaction.top_2_share_from.';
COMMENT ON COLUMN publication.reaction.top_2_share_to IS 'As published.reaction.top_2_share_to.';
COMMENT ON COLUMN publication.reaction.suppressed IS 'As published.reaction.suppressed.';
COMMENT ON COLUMN publication.reaction.as_of IS 'As published.reaction.as_of.';
