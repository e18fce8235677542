-- Whether those who left scored otherwise before the training than those who stayed: one row per pilot that the
-- asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.attrition_bias WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    -- Before, in the mean over the competences tested before: leavers have no other mean.
    SELECT
        pilot_key, agent_key, round(avg(pre), 16) AS pre, bool_or(pre IS NOT NULL AND post IS NOT NULL) AS stayed
    FROM (
        SELECT pilot_key, agent_key, NULL::numeric AS pre, NULL::numeric AS post FROM analysis.person
        UNION ALL
        SELECT pilot_key, agent_key, pre, post FROM analysis.score_change
    ) AS listed
    GROUP BY pilot_key, agent_key
),
counted AS (
    SELECT
        pilot_key,
        count(*) AS people,
        count(*) FILTER (WHERE pre IS NOT NULL AND stayed) AS stayers,
        count(*) FILTER (WHERE pre IS NOT NULL AND NOT stayed) AS leavers,
        (avg(pre) FILTER (WHERE stayed))::double precision AS stayers_mean,
        (avg(pre) FILTER (WHERE NOT stayed))::double precision AS leavers_mean,
        (var_samp(pre) FILTER (WHERE stayed))::double precision AS stayers_variance,
        (var_samp(pre) FILTER (WHERE NOT stayed))::double precision AS leavers_variance
    FROM person
    GROUP BY pilot_key
),
welch AS (
    SELECT
        counted.*,
        stayers_variance / stayers AS stayers_part,
        leavers_variance / leavers AS leavers_part,
        sqrt(
            ((stayers - 1) * stayers_variance + (leavers - 1) * leavers_variance)
                / NULLIF(stayers + leavers - 2, 0)
        ) AS pooled_sd
    FROM counted
    WHERE stayers > 1 AND leavers > 1
),
tested AS (
    SELECT
        pilot_key,
        (stayers_mean - leavers_mean) / NULLIF(sqrt(stayers_part + leavers_part), 0) AS t,
        (stayers_part + leavers_part) * (stayers_part + leavers_part) / NULLIF(
            stayers_part * stayers_part / (stayers - 1) + leavers_part * leavers_part / (leavers - 1), 0
        ) AS df,
        (stayers_mean - leavers_mean) / NULLIF(pooled_sd, 0)
            * evaluation.hedges_correction(stayers + leavers - 2) AS g
    FROM welch
),
judged AS (
    SELECT
        pilot.code, counted.*, tested.t, tested.df, tested.g,
        NOT (true = ANY (evaluation.hidden_cells(ARRAY[stayers, leavers], k))) AS shown,
        NOT evaluation.too_few(stayers + leavers, k) AND NOT evaluation.too_few(people, k) AS people_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN counted ON counted.pilot_key = pilot.pilot_key
    LEFT JOIN tested ON tested.pilot_key = pilot.pilot_key
)
SELECT
    code AS pilot,
    CASE WHEN people_shown IS NOT FALSE THEN COALESCE(stayers + leavers, 0) END AS n,
    CASE WHEN people_shown IS NOT FALSE THEN COALESCE(people - stayers - leavers, 0) END AS n_missing,
    CASE WHEN shown IS NOT FALSE THEN COALESCE(stayers, 0) END AS stayers,
    CASE WHEN shown IS NOT FALSE THEN COALESCE(leavers, 0) END AS leavers,
    CASE WHEN shown THEN stayers_mean END AS stayers_mean,
    CASE WHEN shown THEN leavers_mean END AS leavers_mean,
    CASE WHEN shown THEN stayers_mean - leavers_mean END AS difference,
    CASE WHEN shown THEN t END AS t,
    CASE WHEN shown THEN df END AS df,
    CASE WHEN shown THEN evaluation.student_t_p(t, df) END AS p,
    CASE WHEN shown THEN g END AS g,
    NOT (shown IS NOT FALSE AND people_shown IS NOT FALSE) AS suppressed,
    (SELECT progress.through FROM analysis.progress) AS as_of
FROM judged;

ALTER VIEW evaluation.attrition_bias OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.attrition_bias TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.attrition_bias IS
    'How people with a test before the training, but none in the same competence after it, scored before, against '
    'those with both: one row per pilot. If the leavers were weaker, the gain of those who stayed tells less of the '
    'whole group. Source: lrs.statement (passed and failed tests with a scaled score), of enrolled people. Formulas: '
    'Welch''s t with Satterthwaite''s degrees of freedom; g = difference / pooled standard deviation, times '
    'evaluation.hedges_correction. Numbers about 1 to evaluation.threshold() - 1 people are hidden: null, and '
    'suppressed is true. Stayers and leavers are told together or not at all.';
COMMENT ON COLUMN evaluation.attrition_bias.pilot IS 'Code of the pilot. Source: training.pilot.';
COMMENT ON COLUMN evaluation.attrition_bias.n IS 'People with a scaled score before the training.';
COMMENT ON COLUMN evaluation.attrition_bias.n_missing IS 'Enrolled people without.';
COMMENT ON COLUMN evaluation.attrition_bias.stayers IS 'Of n, those with a score after it in the same competence.';
COMMENT ON COLUMN evaluation.attrition_bias.leavers IS 'Of n, those without.';
COMMENT ON COLUMN evaluation.attrition_bias.stayers_mean IS
    'Mean of the stayers'' scores before, each in the mean over the competences tested before.';
COMMENT ON COLUMN evaluation.attrition_bias.leavers_mean IS 'The same of the leavers.';
COMMENT ON COLUMN evaluation.attrition_bias.difference IS 'stayers_mean - leavers_mean.';
COMMENT ON COLUMN evaluation.attrition_bias.t IS
    'Welch''s t of the difference; null under two people on either side, or if nobody differs.';
COMMENT ON COLUMN evaluation.attrition_bias.df IS 'Its degrees of freedom, not a whole number.';
COMMENT ON COLUMN evaluation.attrition_bias.p IS 'Two-sided p value.';
COMMENT ON COLUMN evaluation.attrition_bias.g IS 'Hedges'' g of the difference.';
COMMENT ON COLUMN evaluation.attrition_bias.suppressed IS
    'Whether numbers of the row are hidden because they are about too few people.';
COMMENT ON COLUMN evaluation.attrition_bias.as_of IS
    'Moment through which statements are counted, a second or so ago; null while all are counted anew.';
