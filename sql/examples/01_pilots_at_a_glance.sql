-- Which pilots are there, how far did their people come, and how complete are the data?
--
-- One row per pilot. Read it from left to right: enrolled, then those of whom anything came (active), who were tested
-- before and after, who passed, who holds an award. A null is not zero: either there is nothing to count, or the number
-- is about too few people (then suppressed is true).
SELECT
    pilot,
    title,
    array_to_string(partners, ', ') AS partners,
    profile,
    state,
    starts_on,
    ends_on,
    enrolled,
    active,
    with_pre_test,
    with_post_test,
    passed,
    awarded,
    last_statement_at::date AS last_heard_of,
    suppressed
FROM evaluation.pilot_overview
ORDER BY starts_on, pilot;
