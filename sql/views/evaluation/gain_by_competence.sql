-- What people gained in each competence: one row per pilot that the asking evaluator may see and competence tested in
-- it.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.gain_by_competence WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM analysis.person
    GROUP BY pilot_key
),
found AS (
    -- As evaluation.gain(pre, post, 1), whose sums these are: it would be called for each person and competence.
    SELECT
        pilot_key, competence_key,
        evaluation.finish_gain(ARRAY[
            count(*) FILTER (WHERE is_pair), count(*) FILTER (WHERE NOT is_pair),
            COALESCE(sum(pre) FILTER (WHERE is_pair), 0), COALESCE(sum(pre * pre) FILTER (WHERE is_pair), 0),
            COALESCE(sum(post) FILTER (WHERE is_pair), 0), COALESCE(sum(post * post) FILTER (WHERE is_pair), 0),
            COALESCE(sum(pre * post) FILTER (WHERE is_pair), 0),
            count(*) FILTER (WHERE is_pair), count(*) FILTER (WHERE is_pair),
            count(*) FILTER (WHERE is_pair AND pre < 1),
            COALESCE(sum((post - pre) / (1 - pre)) FILTER (WHERE is_pair AND pre < 1), 0)
        ]::numeric[]) AS estimate
    FROM (
        SELECT
            pilot_key, competence_key, pre, post, pre IS NOT NULL AND post IS NOT NULL AS is_pair
        FROM analysis.score_change
        WHERE competence_key IS NOT NULL
    ) AS change
    GROUP BY pilot_key, competence_key
),
judged AS (
    SELECT
        found.pilot_key, found.competence_key, found.estimate, enrolled.people,
        NOT evaluation.too_few((found.estimate).n, disclosure.k) AS shown,
        NOT evaluation.too_few(enrolled.people, disclosure.k) AS people_shown
    FROM found
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    CASE WHEN shown THEN (estimate).n END AS n,
    CASE WHEN shown AND people_shown THEN people - (estimate).n END AS n_missing,
    CASE WHEN shown THEN (estimate).pre_mean END AS pre_mean,
    CASE WHEN shown THEN (estimate).post_mean END AS post_mean,
    CASE WHEN shown THEN (estimate).pre_sd END AS pre_sd,
    CASE WHEN shown THEN (estimate).post_sd END AS post_sd,
    CASE WHEN shown THEN (estimate).correlation END AS correlation,
    CASE WHEN shown THEN (estimate).gain_mean END AS gain_mean,
    CASE WHEN shown THEN (estimate).gain_sd END AS gain_sd,
    CASE WHEN shown THEN (estimate).gain_low END AS gain_low,
    CASE WHEN shown THEN (estimate).gain_high END AS gain_high,
    CASE WHEN shown THEN (estimate).t END AS t,
    CASE WHEN shown THEN (estimate).df END AS df,
    CASE WHEN shown THEN (estimate).p END AS p,
    CASE WHEN shown THEN (estimate).d_z END AS d_z,
    CASE WHEN shown THEN (estimate).d_z_se END AS d_z_se,
    CASE WHEN shown THEN (estimate).d_av END AS d_av,
    CASE WHEN shown THEN (estimate).d_av_se END AS d_av_se,
    CASE WHEN shown THEN (estimate).d_rm END AS d_rm,
    CASE WHEN shown THEN (estimate).g_av END AS g_av,
    CASE WHEN shown THEN (estimate).g_av_se END AS g_av_se,
    CASE WHEN shown THEN (estimate).normalised_gain END AS normalised_gain,
    CASE WHEN shown THEN (estimate).normalised_gain_of_people END AS normalised_gain_of_people,
    NOT (shown AND people_shown) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

ALTER VIEW evaluation.gain_by_competence OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.gain_by_competence TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.gain_by_competence IS
    'Gain from before to after the training by competence, one row per pilot and competence of the framework that was '
    'tested before or after. Source: lrs.statement (passed and failed tests with a scaled score; the last attempt of '
    'a phase counts; voided never), of enrolled people. Formulas: evaluation.gain. Caveats: one group before and '
    'after shows change, not its cause; only who took both tests is in it; tests should be equally hard; regression '
    'to the mean. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and suppressed is true. Of '
    'many competences some gain by chance: look at intervals, not at p one by one.';
COMMENT ON COLUMN evaluation.gain_by_competence.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.gain_by_competence.framework IS
    'Code and version of the framework that the competence is from.';
COMMENT ON COLUMN evaluation.gain_by_competence.competence IS
    'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.gain_by_competence.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.gain_by_competence.n IS
    'Pairs: people with a scaled score before and after. Null when they are too few.';
COMMENT ON COLUMN evaluation.gain_by_competence.n_missing IS
    'Enrolled people of the pilot without such a pair: missing, not failed. Hidden along with n.';
COMMENT ON COLUMN evaluation.gain_by_competence.pre_mean IS
    'Mean scaled score (-1 to 1) before the training, of the people in n.';
COMMENT ON COLUMN evaluation.gain_by_competence.post_mean IS 'Mean scaled score after it, of the same people.';
COMMENT ON COLUMN evaluation.gain_by_competence.pre_sd IS 'Standard deviation of the scores before, with n - 1.';
COMMENT ON COLUMN evaluation.gain_by_competence.post_sd IS 'Standard deviation of the scores after, with n - 1.';
COMMENT ON COLUMN evaluation.gain_by_competence.correlation IS
    'Pearson''s r of the scores before and after; null if either does not vary.';
COMMENT ON COLUMN evaluation.gain_by_competence.gain_mean IS
    'Mean gain d = post - pre, in points of the scaled score.';
COMMENT ON COLUMN evaluation.gain_by_competence.gain_sd IS 'Standard deviation of the gain, s_d, with n - 1.';
COMMENT ON COLUMN evaluation.gain_by_competence.gain_low IS
    'Lower end of the 95 % confidence interval of the mean gain: mean - t(0.975, n - 1) s_d / sqrt(n). Null if the '
    'gain does not vary.';
COMMENT ON COLUMN evaluation.gain_by_competence.gain_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.gain_by_competence.t IS
    'Paired t: gain_mean / (s_d / sqrt(n)); null if the gain does not vary.';
COMMENT ON COLUMN evaluation.gain_by_competence.df IS 'Degrees of freedom of t: n - 1.';
COMMENT ON COLUMN evaluation.gain_by_competence.p IS
    'Two-sided p value of t. Secondary to the interval; print values under 0.0001 as such.';
COMMENT ON COLUMN evaluation.gain_by_competence.d_z IS 'gain_mean / s_d: for planning; large when correlation is.';
COMMENT ON COLUMN evaluation.gain_by_competence.d_z_se IS 'Its standard error, approximate: sqrt(1/n + d_z^2 / 2n).';
COMMENT ON COLUMN evaluation.gain_by_competence.d_av IS
    'gain_mean / ((pre_sd + post_sd) / 2): the effect size to report (Lakens 2013).';
COMMENT ON COLUMN evaluation.gain_by_competence.d_av_se IS
    'Its standard error, approximate: sqrt(2(1 - r)/n + d_av^2 / 2n).';
COMMENT ON COLUMN evaluation.gain_by_competence.d_rm IS 'gain_mean / s_d sqrt(2(1 - r)).';
COMMENT ON COLUMN evaluation.gain_by_competence.g_av IS
    'Hedges'' g: d_av times 1 - 3/(4(n - 1) - 1); the effect size to compare by.';
COMMENT ON COLUMN evaluation.gain_by_competence.g_av_se IS 'Its standard error, approximate.';
COMMENT ON COLUMN evaluation.gain_by_competence.normalised_gain IS
    'Hake''s gain of the group: (post_mean - pre_mean) / (1 - pre_mean). Under 0.3 it is called low, over 0.7 high. '
    'Null if pre_mean is 1.';
COMMENT ON COLUMN evaluation.gain_by_competence.normalised_gain_of_people IS
    'Mean of the people''s own normalised gains, of those who had less than 1 before. That it differs from '
    'normalised_gain tells something; one person close to 1 may dominate it.';
COMMENT ON COLUMN evaluation.gain_by_competence.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.gain_by_competence.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
