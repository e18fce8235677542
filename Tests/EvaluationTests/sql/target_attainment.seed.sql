-- Riga and Toruń, profile P4, which demands B3 at level 3 and A1 at level 2.
-- A1: seven assessed, of whom six reached level 2, one by two tests; p-8 is missing, and below no target.
SELECT test.post(n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post',
    level => CASE WHEN n <= 4 THEN 2 WHEN n <= 6 THEN 3 ELSE 1 END, method => 'test', success => true)
FROM generate_series(1, 7) AS n;
SELECT test.post(10, 'riga-1', 'p-4', 'passed', competence => 'A1', phase => 'post', level => 1, method => 'test');
-- What shows nothing: a failed test, what was shown before the training, a follow-up, self-assessment, a voided one.
SELECT test.post(11, 'riga-1', 'p-7', 'failed', competence => 'A1', phase => 'post', level => 4, success => false);
SELECT test.post(12, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'pre', level => 4);
SELECT test.post(13, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'followup', level => 4);
SELECT test.post(14, 'riga-1', 'p-7', 'self-assessed', competence => 'A1', phase => 'post', level => 4,
    method => 'self');
SELECT test.post(15, 'riga-1', 'p-7', 'passed', competence => 'A1', phase => 'post', level => 4, voided => true);
-- B3: six assessed, nobody reached it: nought is told. C3: five, of whom two reached it, which is too few to tell.
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'passed', competence => 'B3.1', phase => 'during')
FROM generate_series(1, 6) AS n;
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'passed', competence => 'C3', level => CASE WHEN n <= 2 THEN 4 ELSE 1 END)
FROM generate_series(1, 5) AS n;
-- D1: three assessed, so nothing is told. Lille: all three reached everything, and nothing is told.
SELECT test.post(40 + n, 'riga-1', 'p-' || n, 'passed', competence => 'D1', level => 4) FROM generate_series(1, 3) AS n;
SELECT test.post(50 + n, 'lille-1', 'p-' || n, 'passed', competence => 'A1', level => 4)
FROM generate_series(1, 3) AS n;
-- Mechelen: six volunteers, nobody assessed.
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
