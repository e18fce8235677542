-- Riga and Toruń, profile P4: how six see themselves before and eight after, and how five are assessed.
SELECT test.post(n, 'riga-1', 'p-' || n, 'self-assessed', competence => 'A1', phase => 'pre', level => n % 3,
    method => 'self')
FROM generate_series(1, 6) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'self-assessed', competence => 'A1', phase => 'post', level => 1 + n % 3,
    method => 'self')
FROM generate_series(1, 8) AS n;
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', level => 2)
FROM generate_series(1, 5) AS n;
-- B3 by three people only; and what the profile demands nothing in is in no gap.
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'self-assessed', competence => 'B3', phase => 'pre', level => 1,
    method => 'self')
FROM generate_series(1, 3) AS n;
SELECT test.post(40 + n, 'lille-1', 'p-' || n, 'self-assessed', competence => 'A1', phase => 'pre', level => 1,
    method => 'self')
FROM generate_series(1, 3) AS n;
-- Mechelen: nobody was assessed in any way, so there is nothing to draw.
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
