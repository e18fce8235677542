-- What the aggregates of schema evaluation give that have more than one result, and where its views keep what they
-- share. The aggregates and views themselves are in sql/functions and sql/views.

CREATE TYPE evaluation.gain_estimate AS (
    n bigint,
    n_missing bigint,
    pre_mean double precision,
    post_mean double precision,
    pre_sd double precision,
    post_sd double precision,
    correlation double precision,
    gain_mean double precision,
    gain_sd double precision,
    gain_se double precision,
    gain_low double precision,
    gain_high double precision,
    t double precision,
    df integer,
    p double precision,
    d_z double precision,
    d_z_se double precision,
    d_av double precision,
    d_av_se double precision,
    d_rm double precision,
    g_av double precision,
    g_av_se double precision,
    normalised_gain double precision,
    normalised_gain_of_people double precision,
    normalised_n bigint
);

COMMENT ON TYPE evaluation.gain_estimate IS
    'What evaluation.gain gives of scores before (x) and after (y). d = y - x; s is a standard deviation with n - 1; '
    'null where it is not defined, never 0. Source: methodology, D. Lakens, Frontiers in Psychology 4 (2013).';
COMMENT ON COLUMN evaluation.gain_estimate.n IS 'Pairs: people with both scores.';
COMMENT ON COLUMN evaluation.gain_estimate.n_missing IS 'Rows with one of the two, or none: not failed, missing.';
COMMENT ON COLUMN evaluation.gain_estimate.pre_mean IS 'Mean of x over the pairs.';
COMMENT ON COLUMN evaluation.gain_estimate.post_mean IS 'Mean of y over the pairs.';
COMMENT ON COLUMN evaluation.gain_estimate.pre_sd IS 's_x.';
COMMENT ON COLUMN evaluation.gain_estimate.post_sd IS 's_y.';
COMMENT ON COLUMN evaluation.gain_estimate.correlation IS 'Pearson''s r of x and y; null if one of them does not vary.';
COMMENT ON COLUMN evaluation.gain_estimate.gain_mean IS 'Mean of d, in points of the score.';
COMMENT ON COLUMN evaluation.gain_estimate.gain_sd IS 's_d.';
COMMENT ON COLUMN evaluation.gain_estimate.gain_se IS 's_d / sqrt(n).';
COMMENT ON COLUMN evaluation.gain_estimate.gain_low IS
    'Lower end of the 95 % confidence interval: mean - t(0.975, n - 1) gain_se. Null if d does not vary.';
COMMENT ON COLUMN evaluation.gain_estimate.gain_high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.gain_estimate.t IS 'gain_mean / gain_se; null if d does not vary.';
COMMENT ON COLUMN evaluation.gain_estimate.df IS 'n - 1.';
COMMENT ON COLUMN evaluation.gain_estimate.p IS 'Two-sided p value of t. Secondary to the interval.';
COMMENT ON COLUMN evaluation.gain_estimate.d_z IS 'mean(d) / s_d. For planning; large when r is.';
COMMENT ON COLUMN evaluation.gain_estimate.d_z_se IS 'sqrt(1/n + d_z^2 / 2n), approximate.';
COMMENT ON COLUMN evaluation.gain_estimate.d_av IS 'mean(d) / ((s_x + s_y) / 2): the effect size to report.';
COMMENT ON COLUMN evaluation.gain_estimate.d_av_se IS 'sqrt(2(1 - r)/n + d_av^2 / 2n), approximate.';
COMMENT ON COLUMN evaluation.gain_estimate.d_rm IS 'mean(d) / s_d sqrt(2(1 - r)).';
COMMENT ON COLUMN evaluation.gain_estimate.g_av IS
    'd_av times evaluation.hedges_correction(n - 1): the effect size to compare pilots by.';
COMMENT ON COLUMN evaluation.gain_estimate.g_av_se IS 'd_av_se times the same factor, approximate.';
COMMENT ON COLUMN evaluation.gain_estimate.normalised_gain IS
    'Hake''s gain of the class: (mean(y) - mean(x)) / (maximum - mean(x)). Null when mean(x) is the maximum. Under 0.3 '
    'it is called low, over 0.7 high.';
COMMENT ON COLUMN evaluation.gain_estimate.normalised_gain_of_people IS
    'Mean of (y - x) / (maximum - x) over people with x under the maximum. That the two differ tells something (L. '
    'Bao, American Journal of Physics 74, 2006); one person close to the maximum may dominate it.';
COMMENT ON COLUMN evaluation.gain_estimate.normalised_n IS 'People in normalised_gain_of_people.';

CREATE TYPE evaluation.pooled_estimate AS (
    n bigint,
    n_missing bigint,
    fixed_mean double precision,
    mean double precision,
    se double precision,
    low double precision,
    high double precision,
    z double precision,
    p double precision,
    q double precision,
    q_df integer,
    q_p double precision,
    tau_squared double precision,
    i_squared double precision,
    prediction_low double precision,
    prediction_high double precision
);

COMMENT ON TYPE evaluation.pooled_estimate IS
    'What evaluation.random_effects gives of effects y with standard errors s. w = 1/s^2; null where it is not '
    'defined, never 0. Source: R. DerSimonian and N. Laird, Controlled Clinical Trials 7 (1986).';
COMMENT ON COLUMN evaluation.pooled_estimate.n IS 'Effects with a standard error above 0, pilots for instance.';
COMMENT ON COLUMN evaluation.pooled_estimate.n_missing IS 'Rows without.';
COMMENT ON COLUMN evaluation.pooled_estimate.fixed_mean IS 'sum(w y) / sum(w), as if all effects were one.';
COMMENT ON COLUMN evaluation.pooled_estimate.mean IS 'Mean effect with weights 1/(s^2 + tau^2).';
COMMENT ON COLUMN evaluation.pooled_estimate.se IS 'Its standard error: 1/sqrt(sum(1/(s^2 + tau^2))).';
COMMENT ON COLUMN evaluation.pooled_estimate.low IS
    'Lower end of its 95 % confidence interval, mean - 1.96 se. Caveat: too narrow with few effects.';
COMMENT ON COLUMN evaluation.pooled_estimate.high IS 'Upper end of it.';
COMMENT ON COLUMN evaluation.pooled_estimate.z IS 'mean / se.';
COMMENT ON COLUMN evaluation.pooled_estimate.p IS 'Two-sided p value of z.';
COMMENT ON COLUMN evaluation.pooled_estimate.q IS 'Cochran''s Q: sum(w (y - fixed_mean)^2).';
COMMENT ON COLUMN evaluation.pooled_estimate.q_df IS 'n - 1.';
COMMENT ON COLUMN evaluation.pooled_estimate.q_p IS 'p value of Q by chi-square.';
COMMENT ON COLUMN evaluation.pooled_estimate.tau_squared IS
    'Variance between the true effects: max(0, (Q - df) / (sum(w) - sum(w^2)/sum(w))).';
COMMENT ON COLUMN evaluation.pooled_estimate.i_squared IS
    'Share of the variation that is between the true effects: max(0, (Q - df) / Q), from 0 to 1.';
COMMENT ON COLUMN evaluation.pooled_estimate.prediction_low IS
    'Lower end of the 95 % prediction interval of one more effect: mean - t(0.975, n - 2) sqrt(tau^2 + se^2); from '
    'three effects. Source: J. P. T. Higgins et al., JRSS A 172 (2009).';
COMMENT ON COLUMN evaluation.pooled_estimate.prediction_high IS 'Upper end of it.';

-- What several views of evaluation stand on, such as each person's last scores, is in views of a schema of its own:
-- evaluators read results and not what they are made of, and what it is made of may change.
CREATE SCHEMA analysis;
COMMENT ON SCHEMA analysis IS
    'Views that the views of schema evaluation share. Not a contract: nobody but tessera_reporting reads them.';
GRANT USAGE, CREATE ON SCHEMA analysis TO tessera_reporting;
