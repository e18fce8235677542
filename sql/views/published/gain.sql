-- One row per pilot: what its people gained from before to after the training.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.gain WITH (security_barrier = true) AS
SELECT
    one.pilot,
    one.framework,
    one.profile,
    one.n_from,
    one.n_to,
    one.pairs_from,
    one.pairs_to,
    one.pre_mean,
    one.post_mean,
    one.gain_mean,
    one.gain_low,
    one.gain_high,
    one.g_av,
    one.suppressed,
    one.as_of
FROM publication.told
JOIN publication.release USING (pilot_key)
CROSS JOIN LATERAL jsonb_populate_record(NULL::publication.gain, told.content) AS one
WHERE told.source = 'gain' AND release.withdrawn_at IS NULL;

ALTER VIEW published.gain OWNER TO tessera_reporting;
GRANT SELECT ON published.gain TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.gain IS
    'Gain from before to after the training in published pilots, one row each. Source, scores and formulas: as '
    'evaluation.gain; numbers to two digits. Told from the threshold of pairs on, unless all gained the same. '
    'Standard deviations and t are left out, for with them the interval tells the number of pairs; by profile and by '
    'competence nothing is told, for the mean of the rest would tell of few people. Caveats: one group before and '
    'after shows change, not its cause; only who took both tests is in it. Numbers of people are told in bands: '
    'evaluation.coded_count.';
COMMENT ON COLUMN published.gain.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN published.gain.framework IS 'Code and version of the framework.';
COMMENT ON COLUMN published.gain.profile IS 'Code of the staff profile trained for. Source: framework.item.';
COMMENT ON COLUMN published.gain.n_from IS
    'The least that the number of people enrolled may be. Null where they are fewer than the threshold: then nothing '
    'else is told of the pilot.';
COMMENT ON COLUMN published.gain.n_to IS 'The most.';
COMMENT ON COLUMN published.gain.pairs_from IS
    'The least that the number of people with a scaled score before and after may be.';
COMMENT ON COLUMN published.gain.pairs_to IS 'The most.';
COMMENT ON COLUMN published.gain.pre_mean IS
    'Their mean scaled score (-1 to 1) before the training; null, like post_mean, if one of the two is over 0.95 or '
    'under -0.95.';
COMMENT ON COLUMN published.gain.post_mean IS 'Their mean scaled score after it.';
COMMENT ON COLUMN published.gain.gain_mean IS 'Their mean gain, in points of the scaled score.';
COMMENT ON COLUMN published.gain.gain_low IS 'Lower end of its 95 % confidence interval.';
COMMENT ON COLUMN published.gain.gain_high IS 'Upper end of it.';
COMMENT ON COLUMN published.gain.g_av IS
    'Hedges'' g of the gain, by the mean of the standard deviations before and after.';
COMMENT ON COLUMN published.gain.suppressed IS
    'Whether the means are hidden because they are about too few people, or all the same.';
COMMENT ON COLUMN published.gain.as_of IS 'When the numbers were put together: they are of this moment, and stay.';
