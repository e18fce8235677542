-- Mechelen, fourteen people. Seven took both tests; six only the one before, p-12 with two competences of which neither
-- was tested after; one only the one after, and one none.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 15) AS n;
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'A1', phase => 'pre',
    scaled => (ARRAY[0.5, 0.6, 0.4, 0.7, 0.8, 0.5, 0.6, 0.2, 0.3, 0.5, 0.4, 0.1, 0.3])[n])
FROM generate_series(1, 13) AS n;
SELECT test.post(40 + n, 'mechelen-1', 'v-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.9)
FROM unnest(ARRAY[1, 2, 3, 4, 5, 6, 7, 14]) AS n;
SELECT test.post(60, 'mechelen-1', 'v-12', 'passed', competence => 'B3', phase => 'pre', scaled => 0.4);
SELECT test.post(61, 'mechelen-1', 'v-12', 'passed', competence => 'C3', phase => 'post', scaled => 0.4);
-- Riga: one of six left, which is too few to tell; the whole is told. Lille: three people.
SELECT test.post(70 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'pre', scaled => 0.5)
FROM generate_series(1, 6) AS n;
SELECT test.post(80 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.5)
FROM generate_series(1, 5) AS n;
SELECT test.post(90 + n, 'lille-1', 'p-' || n, 'passed', competence => 'A1', phase => 'pre', scaled => 0.5)
FROM generate_series(1, 3) AS n;
