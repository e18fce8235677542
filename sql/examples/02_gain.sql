-- Did people know more after the training than before, and by how much?
--
-- One row per pilot. Report the gain with its interval and the effect size (g_av); the p value comes last. The interval
-- says between which gains the true one probably lies: if it does not contain 0, chance alone is a poor explanation.
-- One group before and after shows change, not its cause. n_missing are people without both tests, who did not fail.
SELECT
    pilot,
    n,
    n_missing,
    round(pre_mean::numeric, 2) AS before,
    round(post_mean::numeric, 2) AS after,
    round(gain_mean::numeric, 2) AS gain,
    round(gain_low::numeric, 2) AS gain_low,
    round(gain_high::numeric, 2) AS gain_high,
    round(g_av::numeric, 2) AS effect_size,
    CASE WHEN p < 0.0001 THEN '< 0.0001' ELSE round(p::numeric, 4)::text END AS p,
    suppressed
FROM evaluation.gain
ORDER BY pilot;
