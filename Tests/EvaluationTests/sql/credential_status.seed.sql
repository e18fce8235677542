-- Mechelen, twenty-four people. Level 2 of A1: seven valid, six expired, five revoked, five pending. A3: six valid and
-- two withdrawn, which is too few, so the six are hidden with them. A credential of somebody who is not enrolled does
-- not count.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 24) AS n;
SELECT test.post(100 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'A1', phase => 'post')
FROM generate_series(1, 24) AS n;
SELECT test.award(100 + n, 'A1', 2, credential => n <= 18, expired => n BETWEEN 8 AND 13)
FROM generate_series(1, 23) AS n;
INSERT INTO credential.revocation (credential_id, reason, revoked_by)
SELECT credential.credential_id, 'test', 'tests'
FROM credential.credential
JOIN credential.award USING (award_key)
JOIN credential.award_evidence USING (award_key)
WHERE award_evidence.statement_id IN (
    SELECT format('00000000-0000-4000-8000-%s', lpad((100 + n)::text, 12, '0'))::uuid FROM generate_series(14, 18) AS n
);
SELECT test.post(200 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'A3', phase => 'post')
FROM generate_series(1, 8) AS n;
SELECT test.award(200 + n, 'A3', 1, credential => true, withdrawn => n > 6) FROM generate_series(1, 8) AS n;
SELECT test.post(300, 'mechelen-1', 'stranger', 'passed', competence => 'A1', phase => 'post');
SELECT test.award(300, 'A1', 2, credential => true);
-- Awarded anew after it fell: the last counts. Riga: five, all valid, one of them the second time; of three enrolled
-- people it is not told. Lille: three people are too few.
SELECT test.post(310 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post')
FROM generate_series(1, 5) AS n;
SELECT test.award(311, 'A1', 1, credential => true, withdrawn => true);
SELECT test.award(310 + n, 'A1', 1, credential => true) FROM generate_series(1, 5) AS n;
SELECT test.post(320 + n, 'lille-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post')
FROM generate_series(1, 3) AS n;
SELECT test.award(320 + n, 'A1', 1, credential => true) FROM generate_series(1, 3) AS n;
