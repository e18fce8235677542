-- Do people see themselves as they were assessed?
--
-- One row per pilot and competence, the largest overestimation first. bias is the mean of self-assessed minus assessed
-- level: over 0 people overrate themselves. rank_correlation tells whether those who rate themselves higher also were
-- assessed higher. Self-assessment is told beside evidence, and never counts as such.
SELECT
    pilot,
    competence,
    competence_name,
    n,
    n_missing,
    round(bias::numeric, 2) AS bias,
    round(rank_correlation::numeric, 2) AS rank_correlation,
    round(100 * share_over::numeric) AS percent_over,
    round(100 * share_exact::numeric) AS percent_exact,
    round(100 * share_under::numeric) AS percent_under,
    suppressed
FROM evaluation.calibration
ORDER BY pilot, bias DESC NULLS LAST, competence;
