-- Mechelen, sixteen people: A1 self-assessed by all, assessed of fifteen. Five see themselves above it, six below, four
-- at it; the four are too few, so the next smallest group is hidden, too.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 16) AS n;
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'A1', phase => 'post',
    level => CASE WHEN n <= 5 THEN 3 WHEN n <= 11 THEN 1 ELSE 2 END, method => 'self')
FROM generate_series(1, 16) AS n;
SELECT test.post(40 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'A1', phase => 'post',
    level => CASE WHEN n <= 4 THEN 2 WHEN n = 5 THEN 1 WHEN n <= 11 THEN 3 ELSE 2 END)
FROM generate_series(1, 15) AS n;
-- B3: six people who all see themselves at 2, five of whom were assessed at 1: no correlation, but a bias.
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'B3', phase => 'post', level => 2,
    method => 'self')
FROM generate_series(1, 6) AS n;
SELECT test.post(70 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'B3', level => 1)
FROM generate_series(1, 5) AS n;
-- C3: self-assessed before the training only; assessed of six.
SELECT test.post(80 + n, 'mechelen-1', 'v-' || n, 'self-assessed', competence => 'C3', phase => 'pre', level => 4,
    method => 'self')
FROM generate_series(1, 6) AS n;
SELECT test.post(90 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'C3', level => 1)
FROM generate_series(1, 6) AS n;
-- Riga: three with both. Lille: three people.
SELECT test.post(100 + n, 'riga-1', 'p-' || n, 'self-assessed', competence => 'A1', phase => 'post', level => n,
    method => 'self')
FROM generate_series(1, 4) AS n;
SELECT test.post(110 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', level => 1)
FROM generate_series(1, 3) AS n;
SELECT test.post(120 + n, 'lille-1', 'p-' || n, 'passed', competence => 'A1', level => 1)
FROM generate_series(1, 3) AS n;
