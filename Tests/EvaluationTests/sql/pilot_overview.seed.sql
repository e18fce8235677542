-- Riga and Toruń: eight enrolled, p-8 silent, seven active, six tested before, five of them after.
SELECT test.post(n, 'riga-1', 'p-' || n, 'registered') FROM generate_series(1, 7) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, CASE WHEN n < 5 THEN 'failed' ELSE 'passed' END,
    object => 'https://lms.example.eu/test-1', competence => 'A1', phase => 'pre', scaled => (n + 1) / 10.0)
FROM generate_series(1, 6) AS n;
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'passed', object => 'https://lms.example.eu/test-1', competence => 'A1',
    phase => 'post', scaled => (ARRAY[0.5, 0.5, 0.8, 0.7, 0.6])[n])
FROM generate_series(1, 5) AS n;
-- p-1 has two competences: gains 0.3 and 0.4, in the mean 0.35. An earlier attempt, told late, does not count.
SELECT test.post(30, 'riga-1', 'p-1', 'failed', object => 'https://lms.example.eu/test-2', competence => 'B3',
    phase => 'pre', scaled => 0.1);
SELECT test.post(31, 'riga-1', 'p-1', 'failed', object => 'https://lms.example.eu/test-2', competence => 'B3',
    phase => 'post', scaled => 0.5);
SELECT test.post(32, 'riga-1', 'p-1', 'passed', object => 'https://lms.example.eu/test-1', competence => 'A1',
    phase => 'post', scaled => 0.9, at => '2026-03-01 07:00:00+00');
-- p-6 passed before the training only; the test after it was voided. Neither makes p-6 passed, nor failed.
SELECT test.post(33, 'riga-1', 'p-6', 'passed', object => 'https://lms.example.eu/test-1', competence => 'A1',
    phase => 'post', scaled => 1, at => '2026-03-31 07:00:00+00', voided => true);
SELECT test.post(34, 'riga-1', 'p-7', 'attended', object => 'https://lms.example.eu/day-1');
-- Who is not enrolled counts nowhere, but the statement does.
SELECT test.post(35, 'riga-1', 'assessor', 'commented', object => 'https://lms.example.eu/task-1');
-- Three people have awards: too few to tell how many.
SELECT test.award(21, 'A1', 2, credential => true);
SELECT test.award(22, 'A1', 2, credential => true);
SELECT test.award(23, 'A1', 2, credential => false);

-- Lille: three people, so nothing about people is told.
SELECT test.post(40, 'lille-1', 'p-1', 'failed', object => 'https://lms.example.eu/test-3', competence => 'B2',
    phase => 'pre', scaled => 0.2);
SELECT test.post(41, 'lille-1', 'p-1', 'passed', object => 'https://lms.example.eu/test-3', competence => 'B2',
    phase => 'post', scaled => 0.9);

-- Mechelen: six tell that they are registered, and take part; a seventh takes part without. Nobody was tested:
-- zero is told, and nothing is hidden.
SELECT test.post(50 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'attended', object => 'https://lms.example.eu/day-1')
FROM generate_series(1, 7) AS n;
