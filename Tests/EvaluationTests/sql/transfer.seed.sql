-- Riga and Toruń, after three months: seven of eight answered, six of them applied A1 (one twice, one by its level), two
-- C3, which is too few to tell; one says that B3 was not applied, and nobody applied it.
SELECT test.post(n, 'riga-1', 'p-' || n, 'applied', competence => CASE n WHEN 6 THEN 'A1.2' ELSE 'A1' END,
    phase => 'followup', months => 3)
FROM generate_series(1, 6) AS n;
SELECT test.post(10, 'riga-1', 'p-1', 'applied', competence => 'A1', phase => 'followup', months => 3, success => true);
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'applied', competence => 'C3', phase => 'followup', months => 3)
FROM generate_series(1, 2) AS n;
SELECT test.post(20, 'riga-1', 'p-1', 'applied', competence => 'B3', phase => 'followup', months => 3,
    success => false);
SELECT test.post(21, 'riga-1', 'p-7', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'followup', months => 3, response => 'no time');
-- After six months five answered, and none of them applied anything.
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'followup', months => 6, response => 'no')
FROM generate_series(1, 5) AS n;
-- What is no follow-up, was voided, or is of somebody who is not enrolled counts nowhere.
SELECT test.post(40, 'riga-1', 'p-8', 'applied', competence => 'A1', phase => 'post');
SELECT test.post(41, 'riga-1', 'p-8', 'applied', competence => 'A1', phase => 'followup', months => 3, voided => true);
SELECT test.post(42, 'riga-1', 'assessor', 'applied', competence => 'A1', phase => 'followup', months => 3);
-- Mechelen: when is not told. Lille: three people are too few.
SELECT test.post(50 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 6) AS n;
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'applied', competence => 'D1', phase => 'followup')
FROM generate_series(1, 5) AS n;
SELECT test.post(70 + n, 'lille-1', 'p-' || n, 'applied', competence => 'A1', phase => 'followup', months => 3)
FROM generate_series(1, 3) AS n;
