-- How pilots for one staff profile compare: one row per framework and profile of published pilots.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW published.pooled_gain WITH (security_barrier = true) AS
WITH pooled AS (
    -- Made of what is told in published.gain, and of nothing else: it cannot tell more.
    SELECT
        gain.framework, gain.profile, count(*) AS all_pilots,
        evaluation.random_effects(
            gain.gain_mean::double precision,
            (gain.gain_high - gain.gain_low)::double precision / (2 * evaluation.normal_quantile(0.975))
        ) AS estimate,
        max(gain.as_of) AS as_of
    FROM published.gain
    GROUP BY gain.framework, gain.profile
)
SELECT
    pooled.framework,
    pooled.profile,
    (estimate).n AS n,
    pooled.all_pilots - (estimate).n AS n_missing,
    CASE WHEN (estimate).n >= 3 THEN round((estimate).mean::numeric, 2) END AS gain_mean,
    CASE WHEN (estimate).n >= 3 THEN round((estimate).low::numeric, 2) END AS gain_low,
    CASE WHEN (estimate).n >= 3 THEN round((estimate).high::numeric, 2) END AS gain_high,
    CASE WHEN (estimate).n >= 3 THEN round((estimate).tau_squared::numeric, 4) END AS tau_squared,
    CASE WHEN (estimate).n >= 3 THEN round((estimate).i_squared::numeric, 2) END AS i_squared,
    (estimate).n < 3 AS suppressed,
    pooled.as_of
FROM pooled;

ALTER VIEW published.pooled_gain OWNER TO tessera_reporting;
GRANT SELECT ON published.pooled_gain TO tessera_evaluator, tessera_service;

COMMENT ON VIEW published.pooled_gain IS
    'The gain of published pilots for the same staff profile, pooled: one row per framework and profile. Source: '
    'published.gain alone, whose rounded numbers it is made of. Formula: evaluation.random_effects (DerSimonian and '
    'Laird), with the standard error taken from the confidence interval as if it were normal. Caveats: approximate; '
    'pilots differ in people, tests and circumstances; never a league table.';
COMMENT ON COLUMN published.pooled_gain.framework IS 'Code and version of the framework.';
COMMENT ON COLUMN published.pooled_gain.profile IS 'Code of the staff profile. Source: framework.item.';
COMMENT ON COLUMN published.pooled_gain.n IS 'Pilots, and not people, with a gain that is told and an interval.';
COMMENT ON COLUMN published.pooled_gain.n_missing IS 'Published pilots without.';
COMMENT ON COLUMN published.pooled_gain.gain_mean IS
    'Pooled mean gain, in points of the scaled score; from three pilots.';
COMMENT ON COLUMN published.pooled_gain.gain_low IS 'Lower end of its 95 % confidence interval.';
COMMENT ON COLUMN published.pooled_gain.gain_high IS 'Upper end of it.';
COMMENT ON COLUMN published.pooled_gain.tau_squared IS 'Variance between the true gains of the pilots.';
COMMENT ON COLUMN published.pooled_gain.i_squared IS 'Share of the variation that is between them, from 0 to 1.';
COMMENT ON COLUMN published.pooled_gain.suppressed IS 'Whether there are fewer than three pilots to pool.';
COMMENT ON COLUMN published.pooled_gain.as_of IS 'When the last of the pilots was published.';
