SELECT training.define_instrument('{
    "code": "reaction", "version": "1.0", "iri": "https://lms.example.eu/survey-1", "kind": "survey",
    "title": {"en": "How was it?"},
    "items": [
        {"iri": "https://lms.example.eu/survey-1/items/1", "text": {"en": "Useful"}, "interaction": "likert",
         "kirkpatrick": 1, "aspect": "relevance", "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}]},
        {"iri": "https://lms.example.eu/survey-1/items/2", "text": {"en": "Boring"}, "interaction": "likert",
         "kirkpatrick": 1, "aspect": "engagement", "reversed": true,
         "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}, {"id": "5"}]},
        {"iri": "https://lms.example.eu/survey-1/items/3", "text": {"en": "Well organised"}, "interaction": "likert",
         "kirkpatrick": 1, "scale": [{"id": "1"}, {"id": "2"}]},
        {"iri": "https://lms.example.eu/survey-1/items/4", "text": {"en": "I can do it"}, "interaction": "likert",
         "kirkpatrick": 2, "aspect": "confidence", "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/5", "text": {"en": "I dare do it"}, "interaction": "likert",
         "kirkpatrick": 2, "aspect": "confidence", "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/6", "text": {"en": "I shall do it"}, "interaction": "likert",
         "kirkpatrick": 2, "aspect": "commitment", "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}]},
        {"iri": "https://lms.example.eu/survey-1/items/7", "text": {"en": "Why?"}, "interaction": "long-fill-in",
         "kirkpatrick": 1, "aspect": "relevance"}
    ]
}');
-- Mechelen, thirteen people of whom twelve answer. The first item, relevance: six 3, six 1 (ratings 1 and 0). The
-- second, reversed: eleven 1 (rating 1), one left out. The third, of no aspect: ten 2, and two nothing.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 13) AS n;
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => CASE WHEN n <= 6 THEN '3' ELSE '1' END)
FROM generate_series(1, 12) AS n;
SELECT test.post(40 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/2', phase => 'post', response => CASE WHEN n < 12 THEN '1' END,
    nonresponse => CASE WHEN n = 12 THEN 'omitted' END)
FROM generate_series(1, 12) AS n;
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/3', phase => 'post', response => '2')
FROM generate_series(1, 10) AS n;
-- What is no reaction, a text, and what was voided do not count.
SELECT test.post(80 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/4', phase => 'post', response => '1')
FROM generate_series(1, 12) AS n;
SELECT test.post(100, 'mechelen-1', 'v-13', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/7', phase => 'post', response => 'Because.');
SELECT test.post(101, 'mechelen-1', 'v-13', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => '1', voided => true);
-- Riga: seven answer the first item, of whom two are not content, so nobody is told apart; in the middle of the second
-- are five of them, which is not favourable. Lille: three people are too few.
SELECT test.post(110 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => CASE WHEN n <= 5 THEN '3' ELSE '1' END)
FROM generate_series(1, 7) AS n;
SELECT test.post(120 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/2', phase => 'during', response => '3')
FROM generate_series(1, 5) AS n;
SELECT test.post(130 + n, 'lille-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => '3')
FROM generate_series(1, 3) AS n;
