-- What people of each staff profile gained: one row per pilot that the asking evaluator may see and profile of its
-- people.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.gain_by_profile WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
found AS (
    SELECT pilot_key, profile_item, evaluation.gain(pre, post, 1) AS estimate, count(*) AS people
    FROM analysis.score_change_of_person
    GROUP BY pilot_key, profile_item
),
judged AS (
    -- evaluation.gain and evaluation.pilot_overview tell the whole, so a hidden profile must not be what is left of it.
    SELECT
        pilot_key, profile_item, estimate, people,
        NOT (evaluation.hidden_cells(array_agg((estimate).n) OVER pilot, k))[row_number() OVER pilot] AS shown,
        NOT (evaluation.hidden_cells(array_agg(people) OVER pilot, k))[row_number() OVER pilot] AS people_shown
    FROM found
    CROSS JOIN disclosure
    WINDOW pilot AS (
        PARTITION BY pilot_key ORDER BY profile_item ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    profile.code AS profile,
    profile.full_statement AS profile_name,
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
JOIN framework.item AS profile ON profile.identifier = judged.profile_item;

ALTER VIEW evaluation.gain_by_profile OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.gain_by_profile TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.gain_by_profile IS
    'Gain from before to after the training by staff profile, one row per pilot and profile of its enrolled people: '
    'the enrolment''s, or the pilot''s where it tells none. A person''s score as in evaluation.gain. Source: '
    'lrs.statement (passed and failed tests with a scaled score; the last attempt of a phase counts; voided never), '
    'of enrolled people. Formulas: evaluation.gain. Caveats: one group before and after shows change, not its cause; '
    'only who took both tests is in it; tests should be equally hard; regression to the mean. Numbers about 1 to '
    'evaluation.threshold() - 1 people are hidden: null, and suppressed is true. Where one profile of a pilot is '
    'hidden, so is another: evaluation.hidden_cells.';
COMMENT ON COLUMN evaluation.gain_by_profile.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.gain_by_profile.profile IS 'Code of the staff profile, e.g. P4. Source: framework.item.';
COMMENT ON COLUMN evaluation.gain_by_profile.profile_name IS 'Name of the staff profile.';
COMMENT ON COLUMN evaluation.gain_by_profile.n IS
    'Pairs: people with a scaled score before and after. Null when they are too few.';
COMMENT ON COLUMN evaluation.gain_by_profile.n_missing IS
    'Enrolled people of the profile without such a pair: missing, not failed. Hidden along with n.';
COMMENT ON COLUMN evaluation.gain_by_profile.pre_mean IS
    'Mean scaled score (-1 to 1) before the training, of the people in n.';
COMMENT ON COLUMN evaluation.gain_by_profile.post_mean IS 'Mean scaled score after it, of the same people.';
COMMENT ON COLUMN evaluation.gain_by_profile.pre_sd IS 'Standard deviation of the scores before, with n - 1.';
COMMENT ON COLUMN evaluation.gain_by_profile.post_sd IS 'Standard deviation of the scores after, with n - 1.';
COMMENT ON COLUMN evaluation.gain_by_profile.correlation IS
    'Pearson''s r of the scores before and after; null if either does not vary.';
COMMENT ON COLUMN evaluation.gain_by_profile.gain_mean IS 'Mean gain d = post - pre, in points of the scaled score.';
COMMENT ON COLUMN evaluation.gain_by_profile.gain_sd IS 'Standard deviation of the gain, s_d, with n - 1.';
COMMENT ON COLUMN evaluation.gain_by_profile.gain_low IS
    'Lower end of the 95 % confidence interval of the mean gain: mean - t(0.975, n - 1) s_d / sqrt(n). Null if the '
    'gain does not vary.';
COMMENT ON COLUMN evaluation.gain_by_profile.gain_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.gain_by_profile.t IS
    'Paired t: gain_mean / (s_d / sqrt(n)); null if the gain does not vary.';
COMMENT ON COLUMN evaluation.gain_by_profile.df IS 'Degrees of freedom of t: n - 1.';
COMMENT ON COLUMN evaluation.gain_by_profile.p IS
    'Two-sided p value of t. Secondary to the interval; print values under 0.0001 as such.';
COMMENT ON COLUMN evaluation.gain_by_profile.d_z IS 'gain_mean / s_d: for planning; large when correlation is.';
COMMENT ON COLUMN evaluation.gain_by_profile.d_z_se IS 'Its standard error, approximate: sqrt(1/n + d_z^2 / 2n).';
COMMENT ON COLUMN evaluation.gain_by_profile.d_av IS
    'gain_mean / ((pre_sd + post_sd) / 2): the effect size to report (Lakens 2013).';
COMMENT ON COLUMN evaluation.gain_by_profile.d_av_se IS
    'Its standard error, approximate: sqrt(2(1 - r)/n + d_av^2 / 2n).';
COMMENT ON COLUMN evaluation.gain_by_profile.d_rm IS 'gain_mean / s_d sqrt(2(1 - r)).';
COMMENT ON COLUMN evaluation.gain_by_profile.g_av IS
    'Hedges'' g: d_av times 1 - 3/(4(n - 1) - 1); the effect size to compare by.';
COMMENT ON COLUMN evaluation.gain_by_profile.g_av_se IS 'Its standard error, approximate.';
COMMENT ON COLUMN evaluation.gain_by_profile.normalised_gain IS
    'Hake''s gain of the group: (post_mean - pre_mean) / (1 - pre_mean). Under 0.3 it is called low, over 0.7 high. '
    'Null if pre_mean is 1.';
COMMENT ON COLUMN evaluation.gain_by_profile.normalised_gain_of_people IS
    'Mean of the people''s own normalised gains, of those who had less than 1 before. That it differs from '
    'normalised_gain tells something; one person close to 1 may dominate it.';
COMMENT ON COLUMN evaluation.gain_by_profile.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.gain_by_profile.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
