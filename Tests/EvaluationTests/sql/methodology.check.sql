-- training.define_methodology: that every fault of a document is named by its place, that a published version does not
-- change, and which version pilots follow.
GRANT USAGE ON SCHEMA test TO tessera_service;

-- What the scheme begins with names columns that are there, has every section of the report, and comes back as it was.
DO $$
DECLARE
    document jsonb := training.methodology_document(training.own_methodology('common', '1.0'));
    missing text;
BEGIN
    SELECT string_agg(format('%s.%s', formula ->> 'view', formula ->> 'column'), ', ') INTO missing
    FROM jsonb_array_elements(document -> 'formulas') AS formula
    WHERE NOT EXISTS (
        SELECT FROM information_schema.columns
        WHERE table_schema = 'evaluation' AND table_name = formula ->> 'view' AND column_name = formula ->> 'column'
    );
    ASSERT missing IS NULL, 'formulas name ' || missing;
    ASSERT jsonb_array_length(document -> 'formulas') > 25;
    ASSERT (
        SELECT array_agg((section ->> 'number')::integer) FROM jsonb_array_elements(document -> 'outline') AS section
    ) = ARRAY(SELECT generate_series(0, 16));
    ASSERT document ->> 'state' = 'published';
    ASSERT (document #>> '{thresholds,internal}')::integer = evaluation.threshold('internal');
    ASSERT (document #>> '{thresholds,publication}')::integer = evaluation.threshold('publication');
    ASSERT training.define_methodology(document) = '[]', 'sent again, it changes nothing';
END
$$;

-- The common methodology with some of it replaced, as another version.
CREATE FUNCTION test.methodology(changes jsonb DEFAULT '{}') RETURNS jsonb
    LANGUAGE sql
RETURN training.methodology_document(training.own_methodology('common', '1.0'))
    || '{"version": "1.1", "derivedFrom": "1.0", "changes": "Fewer words."}' || changes;
GRANT EXECUTE ON FUNCTION test.methodology(jsonb) TO tessera_service;

-- All that is wrong is told at once, each by its place.
DO $$
DECLARE
    faults jsonb;
BEGIN
    faults := training.define_methodology(test.methodology('{
        "title": "", "colour": "red", "outline": [{"number": 1.5, "title": "Cover", "parts": []}],
        "models": [
            {"id": "a", "name": "A", "parts": [{"id": "Q 1", "name": "N", "question": 7}]},
            {"id": "a", "name": "A", "parts": "none"}
        ],
        "phases": [{"phase": "before", "when": "x", "purpose": "y"}],
        "thresholds": {"internal": 0, "publication": "ten", "comparison": null, "cutScores": ["x"], "minimums": [""]}
    }'));
    ASSERT (SELECT jsonb_object_agg(fault ->> 'pointer', fault ->> 'rule') FROM jsonb_array_elements(faults) AS fault)
        = '{
            "/title": "must have 1 to 200 characters",
            "/colour": "is not a known field; known are annexes, changes, code, derivedFrom, description, formulas, instruments, models, outline, phases, publishedAt, state, thresholds, title, version",
            "/outline/0/number": "must be a whole number from 0 to 99",
            "/outline/0/parts": "must have at least one element",
            "/models/0/parts/0/id": "must be lower-case letters a-z and digits, in parts joined by single hyphens",
            "/models/0/parts/0/question": "must be a string",
            "/models/1/id": "is there before",
            "/models/1/parts": "must be an array",
            "/phases/0/phase": "must be one of pre, during, post, followup",
            "/thresholds/internal": "must be a whole number from 1 to 1000",
            "/thresholds/publication": "must be a number",
            "/thresholds/comparison": "is required",
            "/thresholds/minimums/0": "must have 1 to 2000 characters"
        }'::jsonb, faults::text;
    -- What its parts say of each other.
    faults := training.define_methodology(test.methodology('{
        "phases": [{"phase": "post", "when": "x", "purpose": "y"}],
        "instruments": [
            {"phase": "post", "kind": "post-test", "required": true, "purpose": "x"},
            {"phase": "pre", "kind": "pre-test", "required": true, "purpose": "x"}
        ],
        "thresholds": {"internal": 10, "publication": 5, "comparison": {"pilots": 3, "people": 10}, "cutScores": ["x"],
            "minimums": ["x"]},
        "formulas": [
            {"id": "a", "name": "A", "formula": "x", "view": "gains", "column": "gain_mean"},
            {"id": "b", "name": "B", "formula": "x", "view": "gain", "column": "gain"}
        ],
        "outline": [{"number": 0, "title": "x", "parts": ["x"]}, {"number": 2, "title": "x", "parts": ["x"]}]
    }'));
    ASSERT ARRAY(SELECT fault ->> 'pointer' FROM jsonb_array_elements(faults) WITH ORDINALITY AS told (fault, n) ORDER BY n)
        = ARRAY[
            '/instruments/1/phase', '/thresholds/publication', '/formulas/0/view', '/formulas/1/column',
            '/outline/1/number'
        ], faults::text;
    ASSERT training.define_methodology('[]') = '[{"pointer": "", "rule": "must be an object"}]';
    ASSERT training.define_methodology(test.methodology() - 'derivedFrom') #>> '{0,pointer}' = '/derivedFrom';
    ASSERT training.define_methodology(test.methodology('{"derivedFrom": "0.9"}')) #>> '{0,pointer}' = '/derivedFrom';
    ASSERT (SELECT count(*) FROM training.methodology) = 1;
END
$$;

-- It is the scheme's: partners read it.
SELECT set_config('tessera.partner', 'riga', true);
SELECT test.refused('tessera_service', command, '42501')
FROM unnest(ARRAY[
    $c$SELECT training.define_methodology(test.methodology())$c$,
    $c$SELECT training.publish_methodology(training.own_methodology('common', '1.0'), 'x')$c$,
    $c$INSERT INTO training.methodology (code, version, document) VALUES ('mine', '1', '{}')$c$
]) AS attempt (command);
SELECT set_config('tessera.partner', '', true);

-- Published, it stays; for the service as for the owner of the tables.
SELECT test.refused(asking, command, '55000')
FROM unnest(ARRAY['tessera_service', 'tessera_owner']) AS asking, unnest(ARRAY[
    $c$UPDATE training.methodology SET document = '{}' WHERE version = '1.0'$c$,
    $c$UPDATE training.methodology SET state = 'draft', published_at = NULL WHERE version = '1.0'$c$,
    $c$DELETE FROM training.methodology WHERE version = '1.0'$c$
]) AS attempt (command);
SELECT test.refused(
    'tessera_service', $c$SELECT training.define_methodology(test.methodology('{"version": "1.0"}') - 'derivedFrom')$c$,
    '55000', 'version 1.0 of the methodology common is published%'
);
SELECT test.refused('tessera_owner', 'TRUNCATE training.methodology CASCADE', '55000');

-- Which version a pilot follows.
CREATE FUNCTION test.define(pilot_state text, changes jsonb DEFAULT '{}') RETURNS text
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM training.define_pilot(jsonb_build_object(
        'code', 'follows', 'iri', 'https://pilots.example.eu/pilots/follows', 'title', 'Follows', 'state', pilot_state,
        'framework', '{"code": "IUS", "version": "0.1"}'::jsonb, 'profile', '{"code": "P4"}'::jsonb,
        'curriculum', '{"iri": "https://pilots.example.eu/curricula/c/1.0", "version": "1.0"}'::jsonb,
        'partners', '[{"code": "riga"}]'::jsonb, 'startsOn', '2026-05-01', 'endsOn', '2026-06-01'
    ) || changes);
    RETURN (
        SELECT training.pilot_document(pilot.pilot_key) #>> '{methodology,version}'
        FROM training.pilot WHERE pilot.code = 'follows'
    );
END
$$;
GRANT EXECUTE ON FUNCTION test.define(text, jsonb) TO tessera_service;
DO $$
BEGIN
    ASSERT test.define('planned') IS NULL, 'a planned pilot may still follow any';
    ASSERT training.define_methodology(test.methodology()) = '[]';
    ASSERT test.define('planned', '{"methodology": {"code": "common", "version": "1.1"}}') = '1.1', 'also a draft';
    ASSERT EXISTS (
        SELECT FROM training.pilot
        CROSS JOIN training.pilot_demands(pilot.pilot_key, 'running', NULL, NULL, NULL) AS lacking
        WHERE pilot.code = 'follows' AND lacking.demand = 'methodology'
    ), 'it starts with a published one only';
    ASSERT test.define('planned', '{"methodology": {"code": "common", "version": "1.0"}}') = '1.0';
END
$$;
SELECT test.refused(
    'tessera_service', $c$SELECT test.define('running', '{"methodology": {"code": "common", "version": "1.1"}}')$c$,
    '22023', '/methodology names a draft%'
);
DO $$
BEGIN
    ASSERT test.define('running') = '1.0', 'left out, it stays';
    DELETE FROM training.pilot WHERE code = 'follows';
    PERFORM training.publish_methodology(training.own_methodology('common', '1.1'), 'test');
    ASSERT test.define('running') = '1.1', 'when it starts, the one published last';
    ASSERT test.define('running', '{"methodology": {"code": "common", "version": "1.0"}}') = '1.0';
    ASSERT test.define('closed') = '1.0';
    ASSERT test.define('closed', '{"methodology": {"code": "common", "version": "1.0"}}') = '1.0', 'the same again';
END
$$;
SELECT test.refused('tessera_service', command, state, message)
FROM (
    VALUES
        ($c$SELECT test.define('closed', '{"methodology": {"code": "common", "version": "1.1"}}')$c$, '55000',
            'the pilot follows has ended%'),
        ($c$UPDATE training.pilot SET methodology_key = training.own_methodology('common', '1.1')
            WHERE code = 'follows'$c$, '55000', 'the pilot follows has ended%'),
        ($c$SELECT test.define('running', '{"methodology": {"code": "common", "version": "7"}}')$c$, '22023',
            '/methodology names no version%'),
        ($c$SELECT test.define('running', '{"methodology": {"code": "common"}}')$c$, '22023',
            '/methodology/version is required')
) AS attempt (command, state, message);
