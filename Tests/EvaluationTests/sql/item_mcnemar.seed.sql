-- Two tests with the same items, so that answers before and after can be compared.
SELECT test.define_test('before', 'pre-test', 'https://lms.example.eu/pre', 'https://lms.example.eu/bank');
SELECT test.define_test('after', 'post-test', 'https://lms.example.eu/post', 'https://lms.example.eu/bank');
-- Mechelen, sixteen people. First item: nine learned it and none lost it. Second: six learned it, five lost it. Third:
-- one learned it, none lost it, and p-16 left it out. Of the last two items only the former tells how many changed.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 16) AS n;
SELECT test.sit(100, 'mechelen-1', 'v-', 'https://lms.example.eu/pre', 'pre', ARRAY(
    SELECT CASE WHEN n <= 9 THEN 'b' ELSE 'a' END || CASE WHEN n <= 6 THEN 'b' ELSE 'a' END
        || CASE WHEN n = 1 THEN 'b' ELSE 'a' END
    FROM generate_series(1, 16) AS n
), 'https://lms.example.eu/bank');
SELECT test.sit(500, 'mechelen-1', 'v-', 'https://lms.example.eu/post', 'post', ARRAY(
    SELECT 'a' || CASE WHEN n > 11 OR n <= 6 THEN 'a' ELSE 'b' END || CASE WHEN n = 16 THEN '-' ELSE 'a' END
    FROM generate_series(1, 16) AS n
), 'https://lms.example.eu/bank');
-- Riga: nobody changed in the first item, so there is no p; the second was asked before only.
SELECT test.sit(1000, 'riga-1', 'p-', 'https://lms.example.eu/pre', 'pre', array_fill('ab'::text, ARRAY[6]),
    'https://lms.example.eu/bank');
SELECT test.sit(1200, 'riga-1', 'p-', 'https://lms.example.eu/post', 'post', array_fill('a'::text, ARRAY[6]),
    'https://lms.example.eu/bank');
-- Lille: three people are too few.
SELECT test.sit(1400, 'lille-1', 'p-', 'https://lms.example.eu/pre', 'pre', ARRAY['b', 'b', 'b'],
    'https://lms.example.eu/bank');
SELECT test.sit(1500, 'lille-1', 'p-', 'https://lms.example.eu/post', 'post', ARRAY['a', 'a', 'a'],
    'https://lms.example.eu/bank');
