-- Riga and Toruń: of eight enrolled, five took both tests of A1 (p-1 those of B3, too).
SELECT test.post(n, 'riga-1', 'p-' || n, 'failed', competence => 'A1', phase => 'pre',
    scaled => (ARRAY[0.2, 0.3, 0.4, 0.5, 0.6, 0.7])[n])
FROM generate_series(1, 6) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post',
    scaled => (ARRAY[0.5, 0.5, 0.8, 0.7, 0.6])[n])
FROM generate_series(1, 5) AS n;
-- p-1 in the mean of two competences: 0.15 before, 0.5 after.
SELECT test.post(21, 'riga-1', 'p-1', 'failed', competence => 'B3', phase => 'pre', scaled => 0.1);
SELECT test.post(22, 'riga-1', 'p-1', 'failed', competence => 'B3', phase => 'post', scaled => 0.5);
-- What does not count: a competence tested in one phase, an earlier attempt told late, a voided one, a test without a
-- score, one of no phase, one of somebody who is not enrolled.
SELECT test.post(23, 'riga-1', 'p-2', 'passed', competence => 'C3', phase => 'post', scaled => 1);
SELECT test.post(24, 'riga-1', 'p-1', 'passed', competence => 'A1', phase => 'post', scaled => 0.9,
    at => '2026-03-01 07:00:00+00');
SELECT test.post(25, 'riga-1', 'p-6', 'passed', competence => 'A1', phase => 'post', scaled => 1, voided => true);
SELECT test.post(26, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'pre');
SELECT test.post(27, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'post', success => true);
SELECT test.post(28, 'riga-1', 'p-1', 'passed', competence => 'A1', scaled => 1);
SELECT test.post(29, 'riga-1', 'assessor', 'passed', competence => 'A1', phase => 'pre', scaled => 1);
SELECT test.post(30, 'riga-1', 'assessor', 'passed', competence => 'A1', phase => 'post', scaled => 1);
-- Lille: three people, so nothing is told.
SELECT test.post(40 + n, 'lille-1', 'p-' || n, 'passed', competence => 'B2', phase => phase, scaled => n / 10.0)
FROM generate_series(1, 3) AS n, unnest(ARRAY['pre', 'post']) AS phase
WHERE phase = 'pre';
SELECT test.post(50 + n, 'lille-1', 'p-' || n, 'passed', competence => 'B2', phase => 'post', scaled => n / 5.0)
FROM generate_series(1, 3) AS n;
-- Mechelen: seven who say that they are registered; six of them gain the same in a test of no competence.

SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 7) AS n;
SELECT test.post(70 + n, 'mechelen-1', 'v-' || n, 'failed', phase => 'pre', scaled => n / 10.0)
FROM generate_series(1, 6) AS n;
SELECT test.post(80 + n, 'mechelen-1', 'v-' || n, 'failed', phase => 'post', scaled => n / 10.0 + 0.1)
FROM generate_series(1, 6) AS n;
