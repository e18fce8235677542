-- Riga and Toruń, 24 hours planned: six people were present for 6, 12, 18, 18, 18 and 24 hours; the last by a duration
-- of many days, which counts for one. Three told how long a unit took, which is too few. p-7 and p-8 are not known.
SELECT test.post(10 * n + day, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-' || day,
    duration => 'PT6H')
FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 3), (5, 3)) AS present (n, days)
CROSS JOIN LATERAL generate_series(1, present.days) AS day;
SELECT test.post(90, 'riga-1', 'p-6', 'attended', object => 'https://lms.example.eu/day-1', duration => 'P300D');
SELECT test.post(100 + n, 'riga-1', 'p-' || n, 'completed', object => 'https://lms.example.eu/unit-1',
    duration => 'PT90M')
FROM generate_series(1, 3) AS n;
-- What counts nowhere: nothing, less than nothing, a voided one, somebody who is not enrolled.
SELECT test.post(110, 'riga-1', 'p-7', 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT0S');
SELECT test.post(111, 'riga-1', 'p-7', 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT-6H');
SELECT test.post(112, 'riga-1', 'p-7', 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT6H',
    voided => true);
SELECT test.post(113, 'riga-1', 'assessor', 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT6H');
-- Lille: three people are too few. Mechelen: five, each half an hour.
SELECT test.post(120 + n, 'lille-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-1',
    duration => 'PT6H')
FROM generate_series(1, 3) AS n;
SELECT test.post(130 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
SELECT test.post(140 + n, 'mechelen-1', 'v-' || n, 'progressed', object => 'https://lms.example.eu/unit-1',
    duration => 'PT30M')
FROM generate_series(1, 5) AS n;
