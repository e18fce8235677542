SELECT test.define_test('knowledge', 'post-test', 'https://lms.example.eu/test-1');
-- Riga and Toruń: seven of eight answered; p-7 left the third item out and p-6 never got to it: they are missing there.
-- The third item goes against the second.
SELECT test.sit(0, 'riga-1', 'p-', 'https://lms.example.eu/test-1', 'post',
    ARRAY['aab', 'aab', 'aaa', 'aba', 'aca', 'ab ', 'aa-']);
-- A later answer replaces an earlier one; what has no phase, was voided, or is of somebody not enrolled counts nowhere.
SELECT test.post(201, 'riga-1', 'p-5', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'post', response => 'b', success => false);
SELECT test.post(202, 'riga-1', 'p-1', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'post', response => 'b', success => false,
    at => '2026-03-01 07:00:00+00');
SELECT test.post(203, 'riga-1', 'p-1', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', response => 'b', success => false);
SELECT test.post(204, 'riga-1', 'p-2', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'post', response => 'b', success => false,
    voided => true);
SELECT test.post(205, 'riga-1', 'assessor', 'answered', instrument => 'https://lms.example.eu/test-1',
    item => 'https://lms.example.eu/test-1/items/1', phase => 'post', response => 'b', success => false);
-- An instrument that nobody has defined, with parts of the score: the mean is the difficulty all the same.
SELECT test.post(300 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/test-2',
    item => 'https://lms.example.eu/test-2/items/1', phase => 'pre', scaled => n / 10.0, response => 'x')
FROM generate_series(1, 5) AS n;
-- A survey, whose answers have no score; and Lille, where three people are too few.
SELECT test.post(320 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'x')
FROM generate_series(1, 6) AS n;
SELECT test.sit(400, 'lille-1', 'p-', 'https://lms.example.eu/test-1', 'post', ARRAY['aaa', 'bbb', 'abc']);
