-- How many people reach each step from enrolment to follow-up, and where are they lost?
--
-- One row per pilot and step. share_of_previous shows the step at which most are lost. Steps are counted one by one: a
-- later one may have more people than an earlier one, where a platform told of the one and not of the other.
SELECT
    pilot,
    position,
    step,
    n,
    n_missing,
    round(100 * share_of_enrolled::numeric) AS percent_of_enrolled,
    round(100 * share_of_previous::numeric) AS percent_of_previous,
    suppressed
FROM evaluation.funnel
ORDER BY pilot, position;
