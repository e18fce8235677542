-- When was a pilot busy, and did data stop coming at some time?
--
-- One row per pilot and week (from Monday, UTC), from single statements. Weeks without a row had no statement: if the
-- training went on, ask the platform. Weeks in which fewer people than the threshold were active show no numbers.
WITH busy AS (
    SELECT
        pilot,
        date_trunc('week', "timestamp" AT TIME ZONE 'UTC')::date AS week,
        count(*) AS statements,
        count(DISTINCT person) FILTER (WHERE enrolled) AS people
    FROM evaluation.statements
    GROUP BY pilot, week
)
SELECT
    pilot,
    week,
    CASE WHEN people >= threshold.k THEN people END AS people,
    CASE WHEN people >= threshold.k THEN statements END AS statements
FROM busy
CROSS JOIN (SELECT evaluation.threshold('internal')) AS threshold (k)
ORDER BY pilot, week;
