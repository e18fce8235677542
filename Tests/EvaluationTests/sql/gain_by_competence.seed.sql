-- Riga and Toruń: A1 before and after by six, in one case by the competence's level; C3 by four; B3 before only.
SELECT test.post(n, 'riga-1', 'p-' || n, 'failed', competence => 'A1', phase => 'pre', scaled => n / 10.0)
FROM generate_series(1, 7) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'passed', competence => CASE WHEN n = 6 THEN 'A1.2' ELSE 'A1' END,
    phase => 'post', scaled => (ARRAY[0.3, 0.2, 0.6, 0.8, 0.6, 0.9])[n])
FROM generate_series(1, 6) AS n;
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'failed', competence => 'C3', phase => phase, scaled => 0.5)
FROM generate_series(1, 4) AS n, unnest(ARRAY['pre']) AS phase;
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'failed', competence => 'C3', phase => 'post', scaled => 0.7)
FROM generate_series(1, 4) AS n;
SELECT test.post(40 + n, 'riga-1', 'p-' || n, 'failed', competence => 'B3', phase => 'pre', scaled => 0.4)
FROM generate_series(1, 5) AS n;
-- A later attempt replaces an earlier one; a follow-up is no test after the training.
SELECT test.post(50, 'riga-1', 'p-1', 'passed', competence => 'A1', phase => 'post', scaled => 0.4);
SELECT test.post(51, 'riga-1', 'p-2', 'passed', competence => 'A1', phase => 'followup', scaled => 1);
-- Must not appear: a test that names no competence, and people who are not enrolled.
SELECT test.post(52, 'riga-1', 'p-1', 'passed', phase => 'post', scaled => 1);
SELECT test.post(53, 'riga-1', 'assessor', 'passed', competence => 'A2', phase => 'post', scaled => 1);
-- Lille: three people.
SELECT test.post(60 + n, 'lille-1', 'p-' || n, 'failed', competence => 'B2', phase => 'pre', scaled => 0.1)
FROM generate_series(1, 3) AS n;
-- Mechelen: everybody at the maximum before, where a normalised gain has no meaning.
SELECT test.post(70 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 5) AS n;
SELECT test.post(80 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'D1', phase => 'pre', scaled => 1)
FROM generate_series(1, 5) AS n;
SELECT test.post(90 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'D1', phase => 'post', scaled => 1 - n / 10.0)
FROM generate_series(1, 5) AS n;
