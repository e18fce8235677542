-- One row per pilot, survey, phase and item on a scale.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.reaction WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.instrument,
    one.instrument_code,
    one.phase,
    one.position,
    one.item_text,
    one.aspect,
    one.n_from,
    one.n_to,
    one.answered_from,
    one.answered_to,
    one.mean,
    one.top_2_from,
    one.top_2_to,
    one.top_2_share_from,
    one.top_2_share_to,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.reaction, told.content) AS one
WHERE told.source = 'reaction' AND release.withdrawn_at IS NULL;

ALTER VIEW published.reaction OWNER TO tessera_reporting;
GRANT SELECT ON published.reaction TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.reaction IS
    'What the people of published pilots answered to the items on scales of the surveys planned for them, one row '
    'per pilot, survey, phase and item. The last answer of a phase counts. Source: lrs.statement (answered), '
    'training.instrument. Places of the scale are not told one by one, nor is any text. Caveat: scales are ordinal. '
    'Numbers of people are told in bands: evaluation.coded_count. Shares are what follows from the bands: '
    'evaluation.coded_share.';
COMMENT ON COLUMN published.reaction.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.reaction.instrument IS 'IRI of the survey''s version.';
COMMENT ON COLUMN published.reaction.instrument_code IS 'Code and version of the survey. Source: training.instrument.';
COMMENT ON COLUMN published.reaction.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN published.reaction.position IS 'Place of the item in the survey, from 1.';
COMMENT ON COLUMN published.reaction.item_text IS 'The question, in English where it is.';
COMMENT ON COLUMN published.reaction.aspect IS
    'What the item measures, e.g. satisfaction or confidence; null if it is not told.';
COMMENT ON COLUMN published.reaction.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.reaction.n_to IS 'The most.';
COMMENT ON COLUMN published.reaction.answered_from IS
    'The least that the number of people who answered the item on its scale may be.';
COMMENT ON COLUMN published.reaction.answered_to IS 'The most.';
COMMENT ON COLUMN published.reaction.mean IS
    'Mean place on the scale to one digit, turned round if the item is reversed; the lowest and the highest '
    'twentieth of the scale are told as their inner ends. Null if it is about too few people, and if all answered '
    'the same.';
COMMENT ON COLUMN published.reaction.top_2_from IS
    'The least that the number of people at the two most favourable places may be.';
COMMENT ON COLUMN published.reaction.top_2_to IS 'The most.';
COMMENT ON COLUMN published.reaction.top_2_share_from IS
    'The least that their share of those who answered may be; null where that is nobody, perhaps.';
COMMENT ON COLUMN published.reaction.top_2_share_to IS 'The most.';
COMMENT ON COLUMN published.reaction.suppressed IS
    'Whether the mean is hidden, or people are told as fewer than the threshold.';
COMMENT ON COLUMN published.reaction.as_of IS 'When the numbers were put together: they are of this moment, and stay.';
