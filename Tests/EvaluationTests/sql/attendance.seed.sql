-- Riga and Toruń: a day for everybody, which p-8 had left before; one for cohort A only, five people; one without IRI.
INSERT INTO training.pilot_session (pilot_key, position, held_on, hours, title, cohort, iri)
SELECT pilot.pilot_key, day.position, day.held_on::date, 6, day.title, day.cohort, day.iri
FROM training.pilot
CROSS JOIN (
    VALUES
        (1, '2026-03-09', 'First day', NULL, 'https://lms.example.eu/day-1'),
        (2, '2026-03-16', 'Second day', 'A', 'https://lms.example.eu/day-2'),
        (3, '2026-03-23', NULL, NULL, NULL)
) AS day (position, held_on, title, cohort, iri)
WHERE pilot.code = 'riga-1';
UPDATE training.enrolment SET cohort = 'A' WHERE registration::text ~ '^00000000-0000-4000-8000-00000001000[1-5]$';
UPDATE training.enrolment SET withdrawn_on = '2026-03-05', enrolled_on = '2026-03-02'
WHERE registration = '00000000-0000-4000-8000-000000010008';
SELECT test.post(n, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT6H')
FROM generate_series(1, 6) AS n;
-- Twice present is present; p-6 is not of the cohort; who is not enrolled was not expected.
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-2')
FROM unnest(ARRAY[1, 1, 2, 3, 4, 5, 6]) WITH ORDINALITY AS twice (n, place)
WHERE place <> 2;
SELECT test.post(20, 'riga-1', 'p-1', 'attended', object => 'https://lms.example.eu/day-2');
SELECT test.post(21, 'riga-1', 'assessor', 'attended', object => 'https://lms.example.eu/day-1');
SELECT test.post(22, 'riga-1', 'p-7', 'attended', object => 'https://lms.example.eu/day-1', voided => true);
-- Not planned: two came, which is too few to tell.
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/evening')
FROM generate_series(1, 2) AS n;
-- Lille: three people are too few. Mechelen: all five.
SELECT test.post(40 + n, 'lille-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-1')
FROM generate_series(1, 3) AS n;
SELECT test.post(50 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 5) AS n;
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'attended', object => 'https://lms.example.eu/day-1')
FROM generate_series(1, 5) AS n;
