SELECT test.define_test('knowledge', 'post-test', 'https://lms.example.eu/test-1');
-- Mechelen, thirty people and totals that part them in three tens: the strong are right in all, the weak in none.
-- First item: the weak choose b, the middle c. Second: of the weak two choose c, which is too few to tell, so that b is
-- hidden as well. Third: the last leaves it out, and the last but one was never asked.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 31) AS n;
SELECT test.sit(100, 'mechelen-1', 'v-', 'https://lms.example.eu/test-1', 'post', ARRAY(
    SELECT
        CASE WHEN n <= 10 THEN 'aaa' WHEN n <= 20 THEN 'caa' WHEN n <= 28 THEN 'bbb' ELSE 'bc' END
        || CASE n WHEN 29 THEN ' ' WHEN 30 THEN '-' ELSE '' END
    FROM generate_series(1, 30) AS n
));
-- Riga: items of choice with several right answers, and of true and false.
SELECT training.define_instrument('{
    "code": "several", "version": "1.0", "iri": "https://lms.example.eu/test-2", "kind": "pre-test",
    "title": {"en": "Several"},
    "items": [
        {"iri": "https://lms.example.eu/test-2/items/1", "text": {"en": "Which?"}, "interaction": "choice",
         "choices": [{"id": "x"}, {"id": "y"}, {"id": "z"}], "correctResponses": ["x[,]y"]},
        {"iri": "https://lms.example.eu/test-2/items/2", "text": {"en": "Is it?"}, "interaction": "true-false",
         "correctResponses": ["false"]}
    ]
}');
SELECT test.post(1000 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/test-2',
    item => 'https://lms.example.eu/test-2/items/1', phase => 'pre', response => 'x[,]y', success => true)
FROM generate_series(1, 7) AS n;
SELECT test.post(1010 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/test-2',
    item => 'https://lms.example.eu/test-2/items/2', phase => 'pre', response => 'false', success => true)
FROM generate_series(1, 5) AS n;
-- Lille: three people are too few.
SELECT test.sit(1100, 'lille-1', 'p-', 'https://lms.example.eu/test-1', 'post', ARRAY['aaa', 'bbb', 'abc']);
