-- How the gain of pilots for one staff profile compares: one row per pilot that the asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.pilot_comparison WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('publication') AS k
),
found AS (
    SELECT pilot_key, evaluation.gain(pre, post, 1) AS estimate, count(*) AS people
    FROM analysis.score_change_of_person
    GROUP BY pilot_key
),
judged AS (
    SELECT
        pilot.pilot_key, pilot.document_key, pilot.profile_item,
        COALESCE((found.estimate).n, 0) AS n,
        COALESCE(found.people, 0) AS people,
        (found.estimate).gain_mean, (found.estimate).g_av, (found.estimate).g_av_se,
        NOT evaluation.too_few(COALESCE((found.estimate).n, 0), k) AS shown,
        NOT evaluation.too_few(COALESCE(found.people, 0), k) AS people_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN found ON found.pilot_key = pilot.pilot_key
),
pooled AS (
    SELECT document_key, profile_item, (pool.estimate).*
    FROM (
        SELECT
            document_key, profile_item,
            evaluation.random_effects(g_av, g_av_se) FILTER (WHERE shown AND g_av IS NOT NULL) AS estimate
        FROM judged
        GROUP BY document_key, profile_item
    ) AS pool
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    CASE WHEN shown THEN judged.n END AS n,
    CASE WHEN shown AND people_shown THEN people - judged.n END AS n_missing,
    CASE WHEN shown THEN gain_mean END AS gain_mean,
    CASE WHEN shown THEN g_av END AS g_av,
    CASE WHEN shown THEN g_av_se END AS g_av_se,
    CASE WHEN shown THEN g_av - evaluation.normal_quantile(0.975) * g_av_se END AS g_av_low,
    CASE WHEN shown THEN g_av + evaluation.normal_quantile(0.975) * g_av_se END AS g_av_high,
    CASE WHEN shown AND pooled.n >= 3 THEN
        1 / (g_av_se * g_av_se + tau_squared) * (pooled.se * pooled.se)
    END AS weight,
    COALESCE(pooled.n, 0) AS pilots,
    CASE WHEN pooled.n >= 3 THEN pooled.mean END AS pooled_mean,
    CASE WHEN pooled.n >= 3 THEN pooled.low END AS pooled_low,
    CASE WHEN pooled.n >= 3 THEN pooled.high END AS pooled_high,
    CASE WHEN pooled.n >= 3 THEN pooled.prediction_low END AS prediction_low,
    CASE WHEN pooled.n >= 3 THEN pooled.prediction_high END AS prediction_high,
    CASE WHEN pooled.n >= 3 THEN tau_squared END AS tau_squared,
    CASE WHEN pooled.n >= 3 THEN i_squared END AS i_squared,
    CASE WHEN pooled.n >= 3 THEN q END AS q,
    CASE WHEN pooled.n >= 3 THEN q_p END AS q_p,
    NOT (shown AND people_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.document ON document.document_key = judged.document_key
JOIN framework.item AS profile ON profile.identifier = judged.profile_item
LEFT JOIN pooled ON pooled.document_key = judged.document_key AND pooled.profile_item = judged.profile_item;

ALTER VIEW evaluation.pilot_comparison OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.pilot_comparison TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.pilot_comparison IS
    'The effect of pilots for the same staff profile side by side and pooled: the data of a forest plot, one row per '
    'pilot. Numbers of a pilot with fewer people than evaluation.threshold(''publication'') are hidden and not pooled; '
    'a pooled mean is told from three pilots. Source and scores: evaluation.gain. Formula: evaluation.random_effects '
    '(DerSimonian and Laird). Caveats: never a league table: pilots differ in people, tests and circumstances; pooled '
    'are the pilots that the evaluator may see; intervals are approximate, and too narrow with few pilots.';
COMMENT ON COLUMN evaluation.pilot_comparison.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.pilot_comparison.framework IS 'Code and version of the framework.';
COMMENT ON COLUMN evaluation.pilot_comparison.profile IS 'Code of the staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN evaluation.pilot_comparison.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN evaluation.pilot_comparison.n IS
    'Pairs: people with a scaled score before and after. Null when they are too few to compare.';
COMMENT ON COLUMN evaluation.pilot_comparison.n_missing IS
    'Enrolled people without such a pair: missing, not failed. Hidden along with n.';
COMMENT ON COLUMN evaluation.pilot_comparison.gain_mean IS 'Mean gain in points of the scaled score.';
COMMENT ON COLUMN evaluation.pilot_comparison.g_av IS 'Hedges'' g, as evaluation.gain.g_av.';
COMMENT ON COLUMN evaluation.pilot_comparison.g_av_se IS 'Its standard error, approximate.';
COMMENT ON COLUMN evaluation.pilot_comparison.g_av_low IS 'Lower end of its 95 % interval: g_av - 1.96 g_av_se.';
COMMENT ON COLUMN evaluation.pilot_comparison.g_av_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.pilot_comparison.weight IS 'Share that the pilot has in pooled_mean, from 0 to 1.';
COMMENT ON COLUMN evaluation.pilot_comparison.pilots IS
    'Pilots of the profile that are pooled: those with enough people and an effect.';
COMMENT ON COLUMN evaluation.pilot_comparison.pooled_mean IS
    'Mean effect over them. This and what follows is the same in each row of a profile.';
COMMENT ON COLUMN evaluation.pilot_comparison.pooled_low IS 'Lower end of its 95 % interval.';
COMMENT ON COLUMN evaluation.pilot_comparison.pooled_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.pilot_comparison.prediction_low IS
    'Lower end of the 95 % interval in which the effect of one more such pilot would lie.';
COMMENT ON COLUMN evaluation.pilot_comparison.prediction_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.pilot_comparison.tau_squared IS 'Variance between the true effects.';
COMMENT ON COLUMN evaluation.pilot_comparison.i_squared IS
    'Share of the variation that is between the pilots and not by chance, from 0 to 1.';
COMMENT ON COLUMN evaluation.pilot_comparison.q IS 'Cochran''s Q.';
COMMENT ON COLUMN evaluation.pilot_comparison.q_p IS 'Its p value; says little with few pilots.';
COMMENT ON COLUMN evaluation.pilot_comparison.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.pilot_comparison.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
