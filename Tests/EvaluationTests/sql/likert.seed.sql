SELECT training.define_instrument('{
    "code": "reaction", "version": "1.0", "iri": "https://lms.example.eu/survey-1", "kind": "survey",
    "title": {"en": "How was it?"},
    "items": [
        {"iri": "https://lms.example.eu/survey-1/items/1", "text": {"en": "Useful", "lv": "Noderīgi"},
         "interaction": "likert",
         "scale": [{"id": "no", "label": {"en": "No"}}, {"id": "so", "label": {"lv": "Tā"}}, {"id": "yes"}]},
        {"iri": "https://lms.example.eu/survey-1/items/2", "text": {"lv": "Garlaicīgi"}, "interaction": "likert",
         "reversed": true, "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/3", "text": {"en": "Why?"}, "interaction": "long-fill-in"}
    ]
}');
-- Mechelen, sixteen people. First item: six no, five so, four yes, one left out. Four are too few, so five are hidden
-- with them. Second, reversed: ten 1, six 4; nobody between.
SELECT test.post(n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 18) AS n;
SELECT test.post(20 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post',
    response => CASE WHEN n <= 6 THEN 'no' WHEN n <= 11 THEN 'so' WHEN n <= 15 THEN 'yes' END,
    nonresponse => CASE WHEN n = 16 THEN 'omitted' END)
FROM generate_series(1, 16) AS n;
SELECT test.post(40 + n, 'mechelen-1', 'v-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/2', phase => 'post',
    response => CASE WHEN n <= 10 THEN '1' ELSE '4' END)
FROM generate_series(1, 16) AS n;
-- An answer that is no place of the scale is missing, and so is a text; v-17 answers only that.
SELECT test.post(60, 'mechelen-1', 'v-17', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'maybe');
SELECT test.post(61, 'mechelen-1', 'v-18', 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/3', phase => 'post', response => 'Because.');
-- Riga: five of the same opinion. Lille: three people are too few.
SELECT test.post(70 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'yes')
FROM generate_series(1, 5) AS n;
SELECT test.post(80 + n, 'lille-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/1', phase => 'post', response => 'yes')
FROM generate_series(1, 3) AS n;
