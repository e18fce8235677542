-- Mechelen, thirty people and an undefined survey. First item: all answered. Second: eleven answered, five left it out,
-- six did not get so far, eight were never told of; nobody declined. Third: twenty-six answered, three left it out, one
-- declined: too few, so of the answers nothing is told, either.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 31) AS n;
SELECT test.post(100 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'yes')
FROM generate_series(1, 30) AS n;
SELECT test.post(200 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/2', phase => 'post', response => CASE WHEN n <= 11 THEN 'yes' END,
    nonresponse => CASE WHEN n > 16 THEN 'not-reached' WHEN n > 11 THEN 'omitted' END)
FROM generate_series(1, 22) AS n;
SELECT test.post(300 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/3', phase => 'post', response => CASE WHEN n <= 26 THEN 'yes' END,
    nonresponse => CASE WHEN n = 30 THEN 'declined' WHEN n > 26 THEN 'omitted' END)
FROM generate_series(1, 30) AS n;
-- Who answered after leaving out has answered.
SELECT test.post(400, 'mechelen-1', 'v-1', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', nonresponse => 'omitted',
    at => '2026-03-01 07:00:00+00');
-- Riga: seven to whom it does not apply; and a defined test. Lille: three people are too few.
SELECT test.post(500 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', nonresponse => 'not-applicable')
FROM generate_series(1, 7) AS n;
SELECT test.define_test('knowledge', 'post-test', 'https://lms.example.eu/test-1');
SELECT test.sit(600, 'riga-1', 'p-', 'https://lms.example.eu/test-1', 'pre', array_fill('ab'::text, ARRAY[5]));
SELECT test.post(800 + n, 'lille-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', nonresponse => 'omitted')
FROM generate_series(1, 3) AS n;
