SELECT test.define_test('knowledge', 'post-test', 'https://lms.example.eu/test-1');
-- Riga and Toruń: of eight, six answered every item; one left one out, one answered none.
SELECT test.sit(0, 'riga-1', 'p-', 'https://lms.example.eu/test-1', 'post',
    ARRAY['aaa', 'aaa', 'aab', 'abb', 'bbb', 'abb', 'aa-']);
-- A scale with a reversed item: 1 to 4, and turned round in the third. p-8 gives no place of the scale.
SELECT training.define_instrument('{
    "code": "reaction", "version": "1.0", "iri": "https://lms.example.eu/survey-1", "kind": "survey",
    "title": {"en": "How was it?"},
    "items": [
        {"iri": "https://lms.example.eu/survey-1/items/1", "text": {"en": "Useful"}, "interaction": "likert",
         "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/2", "text": {"en": "Clear"}, "interaction": "likert",
         "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/3", "text": {"en": "Boring"}, "interaction": "likert",
         "reversed": true, "scale": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]},
        {"iri": "https://lms.example.eu/survey-1/items/4", "text": {"en": "Why?"}, "interaction": "long-fill-in"}
    ]
}');
SELECT test.post(
    200 + 10 * person + item::integer, 'riga-1', 'p-' || person, 'answered',
    instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/' || item, phase => 'post', response => answer
)
FROM (VALUES (1, '441'), (2, '342'), (3, '332'), (4, '223'), (5, '124'), (6, '233'), (8, '9?')) AS sat (person, answers)
CROSS JOIN LATERAL string_to_table(answers, NULL) WITH ORDINALITY AS given (answer, item);
SELECT test.post(300 + n, 'riga-1', 'p-' || n, 'answered', instrument => 'https://lms.example.eu/survey-1',
    item => 'https://lms.example.eu/survey-1/items/4', phase => 'post', response => 'Because.')
FROM generate_series(1, 3) AS n;
-- Mechelen: all answered alike, which tells nothing of reliability. One item alone tells nothing, either.
SELECT test.post(400 + n, 'mechelen-1', 'v-' || n, 'registered') FROM generate_series(1, 5) AS n;
SELECT test.sit(420, 'mechelen-1', 'v-', 'https://lms.example.eu/test-1', 'pre', array_fill('aab'::text, ARRAY[5]));
SELECT test.sit(540, 'mechelen-1', 'v-', 'https://lms.example.eu/test-1', 'post', ARRAY['a', 'b', 'a', 'b', 'a']);
-- Lille: three people are too few.
SELECT test.sit(700, 'lille-1', 'p-', 'https://lms.example.eu/test-1', 'post', ARRAY['aaa', 'bbb', 'abc']);
