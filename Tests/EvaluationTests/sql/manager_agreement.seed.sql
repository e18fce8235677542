-- Riga and Toruń, after six months, A1: of six people both told. They agree on three who applied it and on one who did
-- not; one only says so, and of one only the manager does. p-7 has no word of a manager, and p-8 has none of its own.
SELECT test.post(n, 'riga-1', 'p-' || n, 'applied', competence => 'A1', phase => 'followup', months => 6,
    success => n NOT IN (4, 6))
FROM generate_series(1, 7) AS n;
SELECT test.post(10 + n, 'riga-1', 'manager-' || n % 2, 'applied', competence => 'A1', phase => 'followup', months => 6,
    success => n NOT IN (4, 5), about => 'p-' || n)
FROM unnest(ARRAY[1, 2, 3, 4, 5, 6, 8]) AS n;
-- B3 of one of them, where both agree. The last report counts, and no report of another person on the list.
SELECT test.post(20, 'riga-1', 'p-1', 'applied', competence => 'B3', phase => 'followup', months => 6);
SELECT test.post(21, 'riga-1', 'manager-1', 'applied', competence => 'B3.1', phase => 'followup', months => 6,
    success => false, about => 'p-1', at => '2026-03-01 07:00:00+00');
SELECT test.post(22, 'riga-1', 'manager-0', 'applied', competence => 'B3', phase => 'followup', months => 6,
    about => 'p-1');
SELECT test.post(23, 'riga-1', 'p-2', 'applied', competence => 'B3', phase => 'followup', months => 6,
    success => false, about => 'p-1');
-- After three months of four people both told: too few. Lille: one, who agrees with the manager.
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'applied', competence => 'A1', phase => 'followup', months => 3)
FROM generate_series(1, 4) AS n;
SELECT test.post(40 + n, 'riga-1', 'manager-0', 'applied', competence => 'A1', phase => 'followup', months => 3,
    about => 'p-' || n)
FROM generate_series(1, 4) AS n;
SELECT test.post(50, 'lille-1', 'p-1', 'applied', competence => 'A1', phase => 'followup', months => 6);
SELECT test.post(51, 'lille-1', 'manager-0', 'applied', competence => 'A1', phase => 'followup', months => 6,
    about => 'p-1');
