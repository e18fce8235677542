-- Riga and Toruń, eight people, 24 hours planned. p-8 is silent. p-1 to p-6 attended, of whom five at least 12 hours;
-- one duration is absurd, and counts for a day. p-7 completed untold how.
SELECT test.post(n, 'riga-1', 'p-' || n, 'registered') FROM generate_series(1, 7) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT6H')
FROM generate_series(1, 6) AS n;
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-2', duration => 'PT6H')
FROM generate_series(1, 4) AS n;
SELECT test.post(30, 'riga-1', 'p-6', 'attended', object => 'https://lms.example.eu/day-2', duration => 'P300D');
SELECT test.post(31, 'riga-1', 'p-5', 'attended', object => 'https://lms.example.eu/day-2', duration => 'PT-6H');
SELECT test.post(40 + n, 'riga-1', 'p-' || n, 'completed', object => 'https://pilots.example.eu/curricula/c/1.0',
    completion => true)
FROM unnest(ARRAY[1, 2, 3, 4, 7]) AS n;
-- A part of it completed, or not completed, is not the whole.
SELECT test.post(50, 'riga-1', 'p-5', 'completed', object => 'https://lms.example.eu/unit-1', completion => true);
SELECT test.post(51, 'riga-1', 'p-6', 'completed', object => 'https://pilots.example.eu/curricula/c/1.0',
    completion => false);
-- Six assessed after the training, one of them by a test of which the phase is not told; five passed. A test before the
-- training is not counted. Four have awards, which is too few to tell; nobody was followed up.
SELECT test.post(60 + n, 'riga-1', 'p-' || n, CASE WHEN n = 6 THEN 'failed' ELSE 'passed' END, competence => 'A1',
    phase => CASE WHEN n > 1 THEN 'post' END, scaled => 0.7)
FROM generate_series(1, 6) AS n;
SELECT test.post(70, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'pre', scaled => 0.7);
SELECT test.award(60 + n, 'A1', 2, credential => n < 5) FROM generate_series(1, 5) AS n;
-- Lille: three people, so nothing is told. Mechelen: six, all of whom were followed up, without a step between.
SELECT test.post(80 + n, 'lille-1', 'p-' || n, 'attended', object => 'https://lms.example.eu/day-1', duration => 'PT6H')
FROM generate_series(1, 3) AS n;
SELECT test.post(90 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
SELECT test.post(100 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'followup', response => 'yes')
FROM generate_series(1, 6) AS n;
