-- How many people reached the level that their staff profile demands, competence by competence?
--
-- One row per pilot, profile and competence, the largest shortfall first. Levels are as assessed during the training or
-- after it; n_missing were not assessed, and did not fail. The share's interval shows how little a few people say.
SELECT
    pilot,
    profile,
    competence,
    competence_name,
    target_level,
    n AS assessed,
    n_missing AS not_assessed,
    reached,
    round(100 * share_reached::numeric) AS percent_reached,
    round(100 * share_low::numeric) AS percent_low,
    round(100 * share_high::numeric) AS percent_high,
    median_level,
    suppressed
FROM evaluation.target_attainment
ORDER BY pilot, profile, share_reached NULLS LAST, competence;
