-- Mechelen, still running: twenty who left, by a statement. Ten did the first day last, six a test of which they
-- answered items, three the second day; of one nothing is known. The three are too few, so the six are hidden with them.
INSERT INTO training.pilot_session (pilot_key, position, held_on, hours, title, iri)
SELECT pilot_key, 1, '2026-03-09', 6, 'First day', 'https://lms.example.eu/day-1'
FROM training.pilot
WHERE code IN ('mechelen-1', 'riga-1');
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 25) AS n;
SELECT test.post(30 + n, 'mechelen-1', 'v-' || n, 'attended', object => 'https://lms.example.eu/day-1')
FROM generate_series(1, 16) AS n;
SELECT test.post(50 + n, 'mechelen-1', 'v-' || n, 'answered', object => 'https://lms.example.eu/test-1/items/1',
    instrument => 'https://lms.example.eu/test-1', item => 'https://lms.example.eu/test-1/items/1', phase => 'during')
FROM generate_series(11, 16) AS n;
SELECT test.post(70 + n, 'mechelen-1', 'v-' || n, 'attended', object => 'https://lms.example.eu/day-2')
FROM generate_series(17, 19) AS n;
SELECT test.post(90 + n, 'mechelen-1', 'v-' || n, 'unregistered') FROM generate_series(1, 20) AS n;
-- What was told late, but happened earlier, was not the last thing.
SELECT test.post(120, 'mechelen-1', 'v-1', 'attended', object => 'https://lms.example.eu/day-2',
    at => '2026-03-01 07:00:00+00');
-- Riga is closed: p-1 completed, p-8 left by the list, and the others are gone as well, all after the first day.
UPDATE training.pilot SET state = 'closed' WHERE code = 'riga-1';
UPDATE training.enrolment SET withdrawn_on = '2026-03-20', enrolled_on = '2026-03-02'
WHERE registration = '00000000-0000-4000-8000-000000010008';
SELECT test.post(130 + n, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-1')
FROM generate_series(1, 7) AS n;
SELECT test.post(140, 'riga-1', 'p-1', 'completed', object => 'https://pilots.example.eu/curricula/c/1.0',
    completion => true);
-- Lille: one of three is too few.
SELECT test.post(150, 'lille-1', 'p-1', 'attended', object => 'https://lms.example.eu/day-1');
SELECT test.post(151, 'lille-1', 'p-1', 'unregistered');
