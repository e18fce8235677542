-- In which competences did people gain most, and in which least?
--
-- One row per pilot and competence that was tested in both phases, the smallest gain first: there the training, or the
-- test, deserves a look. Competences are tested by few items each, so intervals are wide; do not rank what overlaps.
SELECT
    pilot,
    competence,
    competence_name,
    n,
    round(pre_mean::numeric, 2) AS before,
    round(post_mean::numeric, 2) AS after,
    round(gain_mean::numeric, 2) AS gain,
    round(gain_low::numeric, 2) AS gain_low,
    round(gain_high::numeric, 2) AS gain_high,
    round(g_av::numeric, 2) AS effect_size
FROM evaluation.gain_by_competence
WHERE gain_mean IS NOT NULL
ORDER BY pilot, gain_mean;
