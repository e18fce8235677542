-- Were those who left weaker from the start, so that the gain of those who stayed flatters the training?
--
-- One row per pilot. Compare what stayers and leavers scored before the training: the further difference is from 0, the
-- less the gain (query 02) tells of the whole group. Where either side is of too few people, neither is shown.
SELECT
    pilot,
    stayers,
    leavers,
    round(stayers_mean::numeric, 2) AS stayers_before,
    round(leavers_mean::numeric, 2) AS leavers_before,
    round(difference::numeric, 2) AS difference,
    round(g::numeric, 2) AS effect_size,
    n_missing AS without_test_before,
    suppressed
FROM evaluation.attrition_bias
ORDER BY pilot;
