-- Do the platforms' statements follow the scheme's profile, and where not?
--
-- One row per pilot and kind of check, with how many statements were checked, how many could not be, and how many break
-- a rule. Where violations is over 0, drop the GROUP BY and look at demand and example_statement_id: that statement
-- shows the platform's operators what to repair. Results that rest on such statements need a caveat.
SELECT
    pilot,
    source,
    count(*) AS checks,
    max(n) AS statements,
    sum(n_missing) AS not_checked,
    sum(violations) AS violations
FROM evaluation.data_quality
GROUP BY pilot, source
ORDER BY pilot, violations DESC, source;
