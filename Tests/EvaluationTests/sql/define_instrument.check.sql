-- training.define_instrument: what it keeps and gives back, what it refuses and how it says so, and that a published
-- version does not change.
GRANT USAGE ON SCHEMA test TO tessera_service;

CREATE FUNCTION test.instrument(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN '{
    "code": "knowledge", "version": "1.0", "iri": "https://pilots.example.eu/instruments/knowledge/1.0",
    "kind": "pre-test", "title": {"en": "Test before the training", "lv": "Tests pirms apmācības"},
    "partners": ["riga"], "framework": {"code": "IUS", "version": "0.1"},
    "items": [
        {"iri": "https://pilots.example.eu/instruments/knowledge/items/1", "text": {"en": "Which one?"},
         "interaction": "choice", "choices": [{"id": "a", "label": {"en": "This"}}, {"id": "b"}, {"id": "c"}],
         "correctResponses": ["a[,]c"], "competence": "A1", "targetLevel": 2, "kirkpatrick": 2},
        {"iri": "https://pilots.example.eu/instruments/knowledge/items/2", "text": {"en": "I feel sure."},
         "interaction": "likert", "scale": [{"id": "1"}, {"id": "2", "label": {"en": "Yes"}}], "reversed": true},
        {"iri": "https://pilots.example.eu/instruments/knowledge/items/3", "text": {"en": "How many?"},
         "interaction": "numeric", "reversed": false, "kirkpatrick": null}
    ]
}'::jsonb || changes;

-- The document with a member of its first item replaced.
CREATE FUNCTION test.item(changes jsonb) RETURNS jsonb
    LANGUAGE sql
RETURN jsonb_set(test.instrument(), '{items,0}', (test.instrument() #> '{items,0}') || changes);

SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    key bigint := training.define_instrument(test.instrument());
    document jsonb := training.instrument_document(key);
BEGIN
    ASSERT training.instrument_core(document) = training.instrument_core(test.instrument()), document::text;
    ASSERT document ->> 'state' = 'draft';
    ASSERT (
        SELECT string_agg(type, ' ' ORDER BY iri) FROM lrs.activity
        WHERE iri LIKE 'https://pilots.example.eu/instruments/knowledge/%'
    ) = 'http://adlnet.gov/expapi/activities/assessment'
        || repeat(' http://adlnet.gov/expapi/activities/cmi.interaction', 3);
    -- What comes back can be sent again, and changes nothing.
    PERFORM training.define_instrument(document);
    ASSERT training.instrument_document(key) = document;
END
$$;

RESET ROLE;
CREATE TABLE test.kept AS
    SELECT 'version' AS source, version::text AS line, ctid AS version FROM training.instrument_version AS version
    UNION ALL SELECT 'item', item::text, ctid FROM training.instrument_item AS item
    UNION ALL SELECT 'option', option::text, ctid FROM training.instrument_option AS option
    UNION ALL SELECT 'activity', activity::text, ctid FROM lrs.activity;

SELECT training.define_instrument(test.instrument());
SELECT test.refused(
    'tessera_service', format('SELECT training.define_instrument(%L)', definition), '22023', message
)
FROM (
    VALUES
        ('[]', 'the definition must be an object'),
        (test.instrument('{"names": []}'), '/names is not a known field; known are code, %'),
        (test.instrument('{"code": "Knowledge"}'), '/code must be lower-case letters%'),
        (test.instrument('{"version": "1 0"}'), '/version must be letters, digits%'),
        (test.instrument('{"iri": "knowledge"}'), '/iri must be an absolute IRI'),
        (test.instrument('{"iri": "https://pilots.example.eu/other"}'), '/iri cannot change; the version has %'),
        (test.instrument('{"version": "1.1"}'), '/iri is the IRI of another version'),
        (test.instrument('{"version": "2", "iri": "https://pilots.example.eu/pilots/riga-1"}'),
            '/iri is already the IRI of a pilot'),
        (test.instrument('{"kind": "quiz"}'), '/kind must be pre-test, post-test%'),
        (test.instrument('{"kind": "survey"}'), '/kind cannot change; knowledge is a pre-test'),
        (test.instrument('{"title": "Test"}'), '/title must be an object of texts by language tag%'),
        (test.instrument('{"title": {"english": "Test"}}'), '/title has a name that is no language tag: english'),
        (test.instrument('{"title": {"en": ""}}'), '/title/en must have 1 to 2000 characters'),
        (test.instrument('{"partners": ["atlantis"]}'), '/partners/0 must be the code of a partner known here'),
        (test.instrument('{"partners": ["riga", "riga"]}'), '/partners/1 is listed twice'),
        (test.instrument('{"framework": null}'), '/framework is required where items name competences'),
        (test.instrument('{"framework": {"code": "IUS", "version": "9"}}'), '/framework names no framework here: IUS 9'),
        (test.instrument('{"items": []}'), '/items must have at least one item'),
        (test.instrument('{"items": {}}'), '/items must be an array'),
        (test.item('{"iri": "https://pilots.example.eu/instruments/knowledge/items/2"}'),
            '/items/1/iri is that of an earlier item%'),
        (test.item('{"iri": "https://pilots.example.eu/instruments/knowledge/1.0"}'),
            '/items/0/iri must differ from the IRI of the version'),
        (test.item('{"text": null}'), '/items/0/text is required'),
        (test.item('{"interaction": "drag"}'), '/items/0/interaction must be true-false, choice%'),
        (test.item('{"interaction": "numeric"}'), '/items/0/choices is not for the interaction numeric'),
        (test.item('{"choices": null}'), '/items/0/choices must have at least two entries'),
        (test.item('{"choices": [{"id": "a"}, {"id": "a"}]}'), '/items/0/choices/1/id is listed twice'),
        (test.item('{"choices": [{"id": "a"}, {"name": "b"}]}'), '/items/0/choices/1/name is not a known field%'),
        (test.item('{"correctResponses": ["a[,]d"]}'), '/items/0/correctResponses/0 names no choice of the item: d'),
        (test.item('{"correctResponses": []}'), '/items/0/correctResponses must have at least one entry'),
        (test.item('{"correctResponses": [1]}'), '/items/0/correctResponses/0 must be a string'),
        (test.item('{"reversed": true}'), '/items/0/reversed is only for scales and numbers'),
        (test.item('{"reversed": "yes"}'), '/items/0/reversed must be true or false'),
        (test.item('{"competence": "Z9"}'), '/items/0/competence names no competence of the framework: Z9'),
        (test.item('{"competence": null}'), '/items/0/targetLevel is only for items with a competence'),
        (test.item('{"targetLevel": 5}'), '/items/0/targetLevel must be a whole number from 1 to 4'),
        (test.item('{"targetLevel": 1.5}'), '/items/0/targetLevel must be a whole number from 1 to 4'),
        (test.item('{"kirkpatrick": "2"}'), '/items/0/kirkpatrick must be a number'),
        (test.item('{"aspect": "joy"}'), '/items/0/aspect must be satisfaction%')
) AS attempt (definition, message);
SELECT test.refused(
    'tessera_service', format(
        'SELECT training.define_instrument(%L)',
        test.instrument('{"code": "reaction", "iri": "https://pilots.example.eu/instruments/reaction", "kind": "survey"}')
    ), '22023', '/items/0/correctResponses must be left out: no answer is right or wrong in a survey'
);

-- Not one row was written again.
DO $$
BEGIN
    ASSERT NOT EXISTS (
        (
            SELECT 'version' AS source, version::text AS line, ctid AS version
            FROM training.instrument_version AS version
            UNION ALL SELECT 'item', item::text, ctid FROM training.instrument_item AS item
            UNION ALL SELECT 'option', option::text, ctid FROM training.instrument_option AS option
            UNION ALL SELECT 'activity', activity::text, ctid FROM lrs.activity
        )
        EXCEPT TABLE test.kept
    );
END
$$;

-- A draft may change; a published version says the same for ever, and may be sent again as it is.
DO $$
DECLARE
    key bigint := training.define_instrument(test.item('{"text": {"en": "Which two?"}, "correctResponses": ["a"]}'));
BEGIN
    ASSERT training.instrument_document(key) #>> '{items,0,text,en}' = 'Which two?';
    ASSERT training.publish_instrument(key, 'training');
    ASSERT training.publish_instrument(key, 'another') IS NULL;
    ASSERT (SELECT published_by FROM training.instrument_version WHERE instrument_version_key = key) = 'training';
    ASSERT training.define_instrument(
        test.item('{"text": {"en": "Which two?"}, "correctResponses": ["a"]}')
    ) = key;
END
$$;
SELECT test.refused(
    'tessera_service', format('SELECT training.define_instrument(%L)', test.instrument()), '55000',
    'version 1.0 of knowledge is published and does not change; make another version'
);
-- Items are shared between versions: what was asked before the training is asked after it.
SELECT training.define_instrument(
    test.instrument('{"version": "1.1", "iri": "https://pilots.example.eu/instruments/knowledge/1.1"}')
);
