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
-- Mechelen, eleven people. Two items of confidence: five answer 4 and 4 (rating 1), five 4 and 1 (0.5, which is not
-- over the middle), one only the first. Commitment: ten, of whom four not, so that nobody is told apart.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 11) AS n;
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/4', phase => 'post', response => '4')
FROM generate_series(1, 11) AS n;
SELECT test.post(40 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/5', phase => 'post', response => CASE WHEN n <= 5 THEN '4' ELSE '1' END)
FROM generate_series(1, 10) AS n;
SELECT test.post(60 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/6', phase => 'post', response => CASE WHEN n <= 6 THEN '3' ELSE '1' END)
FROM generate_series(1, 10) AS n;
-- Relevance is no part of it. Before the training: six, who are all not confident. Follow-up: four, who are too few.
SELECT test.post(80 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => '3')
FROM generate_series(1, 10) AS n;
SELECT test.post(100 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/4', phase => 'pre', response => '1')
FROM generate_series(1, 6) AS n;
SELECT test.post(110 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/4', phase => 'followup', response => '4')
FROM generate_series(1, 4) AS n;
-- Riga: five. Lille: three people are too few.
SELECT test.post(120 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/6', phase => 'post', response => '2')
FROM generate_series(1, 5) AS n;
SELECT test.post(130 + n, 'lille-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/6', phase => 'post', response => '3')
FROM generate_series(1, 3) AS n;
