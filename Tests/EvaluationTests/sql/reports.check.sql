-- Reports: that what is frozen stays, is hashed, and hides what the views hide; that the same watermark gives the same
-- report; what authors write, and when a report is final; and who sees it.
GRANT USAGE ON SCHEMA test TO tessera_service;

-- Six people of riga-1 gain 0.1 in A1, two of them in B3 as well; three of lille-1 gain 0.2.
SELECT test.post(n, 'riga-1', 'p-' || n, 'failed', competence => 'A1', phase => 'pre', scaled => 0.4)
FROM generate_series(1, 6) AS n;
SELECT test.post(10 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.5)
FROM generate_series(1, 6) AS n;
SELECT test.post(20 + n, 'riga-1', 'p-' || n, 'failed', competence => 'B3', phase => 'pre', scaled => 0.4)
FROM generate_series(1, 2) AS n;
SELECT test.post(30 + n, 'riga-1', 'p-' || n, 'passed', competence => 'B3', phase => 'post', scaled => 0.5)
FROM generate_series(1, 2) AS n;

-- Takes in what was posted, which has old keys, as if it had been tied to its pilots just now; and stays at the moment.
CREATE FUNCTION test.take_in() RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    moment timestamptz := (SELECT through FROM analysis.progress);
BEGIN
    INSERT INTO analysis.due (pilot_key, agent_key)
    SELECT DISTINCT pilot_key, actor_key FROM lrs.statement WHERE pilot_key IS NOT NULL;
    WHILE (SELECT statements + others > 0 FROM analysis.refresh(1000)) LOOP END LOOP;
    UPDATE analysis.progress SET through = moment;
END
$$;
SELECT test.take_in();

CREATE FUNCTION test.frozen(of_number integer, of_table text) RETURNS SETOF jsonb
    LANGUAGE sql STABLE
AS $$
    SELECT jsonb_array_elements(frozen -> 'rows')
    FROM training.report, jsonb_array_elements(report.numbers::jsonb -> 'tables') AS frozen
    WHERE report.number = of_number AND report.pilots = '{riga-1}' AND frozen ->> 'name' = of_table
$$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA test TO tessera_service;

SELECT set_config('tessera.partner', 'riga', true), set_config('tessera.actor', 'riga-evaluator', true);
SET LOCAL ROLE tessera_service;
SELECT training.note_finding(training.own_pilot('riga-1'), '{
    "text": "Little is gained in reading a place.", "kirkpatrickLevel": 2, "strength": "must",
    "metric": {"view": "gain_by_competence", "key": {"competence": "A1"}, "column": "gain_mean"}
}');
DO $$
DECLARE
    made record;
    known training.report;
    earlier text;
BEGIN
    SELECT * INTO made FROM training.make_report('riga-1', '{}');
    ASSERT (made.number, made.made) = (1, true), made::text;
    SELECT * INTO known FROM training.report WHERE number = 1;
    ASSERT (known.made_by, known.finished_at, known.contract_version)
        IS NOT DISTINCT FROM ('riga-evaluator'::text, NULL::timestamptz, (
            SELECT version FROM evaluation.contract ORDER BY number DESC LIMIT 1
        ));
    ASSERT known.watermark = (SELECT through FROM analysis.progress);
    ASSERT known.sha256 = encode(sha256(convert_to(known.numbers::text, 'UTF8')), 'hex');

    -- The numbers are the views', with what these hide hidden.
    ASSERT (SELECT array_agg((seen ->> 'gain_mean')::numeric) FROM test.frozen(1, 'gain') AS seen) = ARRAY[0.1];
    ASSERT (
        SELECT array_agg((seen ->> 'competence', seen -> 'gain_mean', seen -> 'suppressed')::text ORDER BY seen)
        FROM test.frozen(1, 'gain_by_competence') AS seen WHERE seen ->> 'competence' = 'B3'
    ) = ARRAY['(B3,null,true)'], 'two people are too few';
    ASSERT (SELECT seen ->> 'text' FROM test.frozen(1, 'findings') AS seen) LIKE 'Little is gained%';
    ASSERT NOT EXISTS (
        SELECT FROM test.frozen(1, 'data_quality') AS seen WHERE seen ?| ARRAY['example_person', 'example_statement_id']
    ), 'single statements and people are not in a report';
    ASSERT NOT (known.row_counts ?| ARRAY['statements', 'awards']);
    ASSERT (known.row_counts ->> 'gain')::integer = 1 AND (known.row_counts ->> 'published.gain')::integer = 0;
    ASSERT known.numbers::text NOT LIKE '%lille%', 'nothing of other partners';
    ASSERT (
        SELECT count(*) = 0 FROM json_array_elements(known.numbers -> 'tables') AS frozen
        WHERE (frozen ->> 'count')::integer <> json_array_length(frozen -> 'rows')
            OR (known.row_counts ->> (frozen ->> 'name'))::integer <> json_array_length(frozen -> 'rows')
    );
    -- Every table stands in a section or an annex, and every one that is named is there.
    ASSERT (
        SELECT array_agg(DISTINCT named.value ORDER BY named.value)
        FROM jsonb_path_query(known.numbers::jsonb, '$.*[*].tables[*]') AS named (value)
    ) = (
        SELECT array_agg(DISTINCT frozen -> 'name' ORDER BY frozen -> 'name')
        FROM jsonb_array_elements(known.numbers::jsonb -> 'tables') AS frozen
    );

    -- The same watermark gives the same report.
    SELECT * INTO made FROM training.make_report('riga-1', '{}');
    ASSERT (made.number, made.made) = (1, false), made::text;
END
$$;
RESET ROLE;

-- What comes later changes the views, and not the report; and until the moment of the views moves, there is no other.
SELECT test.post(40 + n, 'riga-1', 'p-' || n, 'passed', competence => 'A1', phase => 'post', scaled => 0.9)
FROM generate_series(1, 6) AS n;
SELECT test.take_in();
SET LOCAL ROLE tessera_service;
DO $$
BEGIN
    ASSERT (SELECT gain_mean > 0.4 FROM evaluation.gain WHERE pilot = 'riga-1');
    ASSERT (SELECT NOT made FROM training.make_report('riga-1', '{}'));
    ASSERT (SELECT array_agg((seen ->> 'gain_mean')::numeric) FROM test.frozen(1, 'gain') AS seen) = ARRAY[0.1];
END
$$;
RESET ROLE;
UPDATE analysis.progress SET through = through + interval '1 second';
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    made record;
    earlier text;
BEGIN
    -- Still to be had by its watermark, which no other moment is.
    SELECT numbers ->> 'asOf' INTO earlier FROM training.report WHERE number = 1;
    SELECT * INTO made FROM training.make_report('riga-1', jsonb_build_object('asOf', earlier));
    ASSERT (made.number, made.made) = (1, false), made::text;
    SELECT * INTO made FROM training.make_report('riga-1', '{}');
    ASSERT (made.number, made.made) = (2, true), made::text;
    ASSERT (SELECT every((seen ->> 'gain_mean')::numeric > 0.4) FROM test.frozen(2, 'gain') AS seen);
    ASSERT (SELECT count(DISTINCT sha256) = 2 FROM training.report);
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', format('SELECT training.make_report(%L, %L)', pilot, definition), state, message
)
FROM (
    VALUES
        ('riga-1', '{"asOf": "2026-01-01T00:00:00Z"}', '55006', 'No report was made as of 2026-01-01T00:00:00Z%'),
        ('riga-1', '{"asOf": "yesterday"}', '22023', '/asOf must be a moment%'),
        ('riga-1', '{"asOf": "2026-13-01T00:00:00Z"}', '22023', '/asOf must be a moment%'),
        ('riga-1', '{"numbers": {}}', '22023', '/numbers is not a known field%'),
        ('lille-1', '{}', 'P0002', 'there is no pilot lille-1, or not for this key')
) AS attempt (pilot, definition, state, message);

-- Texts: the last one counts, the others are kept.
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    section record;
    document jsonb;
BEGIN
    document := training.report_document((SELECT report_key FROM training.report WHERE number = 1));
    ASSERT (document ->> 'state', document -> 'verified') = ('draft', 'true'::jsonb);
    ASSERT jsonb_path_query_array(document, '$.missing[*].number') = '[1, 3, 11, 13, 14]', document ->> 'missing';
    FOR section IN
        SELECT gap.number FROM training.report CROSS JOIN training.report_gaps(report_key) AS gap WHERE report.number = 1
    LOOP
        PERFORM training.write_narrative(
            training.own_report('riga-1', 1), section.number,
            '{"text": " Gained little.\n", "author": "Evaluation team"}'
        );
    END LOOP;
    PERFORM training.write_narrative(training.own_report('riga-1', 1), 1, '{"text": "Gained little indeed."}');
    PERFORM training.write_narrative(training.own_report('riga-1', 1), 1, '{"text": "Gained little indeed."}');
    PERFORM training.write_narrative(training.own_report('riga-1', 1), 1, '{"text": "Ieguva maz.", "language": "lv"}');
    document := training.report_document((SELECT report_key FROM training.report WHERE number = 1));
    ASSERT document -> 'missing' = '[]';
    ASSERT jsonb_path_query_array(document, '$.narratives[*] ? (@.section == 1).language') = '["en", "lv"]';
    ASSERT jsonb_path_query_first(document, '$.narratives[*] ? (@.section == 1)') @>
        '{"text": "Gained little indeed.", "author": null, "writtenBy": "riga-evaluator", "versions": 2}';
    ASSERT jsonb_path_query_first(document, '$.narratives[*] ? (@.section == 3)') @>
        '{"text": "Gained little.", "author": "Evaluation team", "versions": 1}';
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service',
    format('SELECT training.write_narrative(training.own_report(''riga-1'', 2), %s, %L)', section, definition), state,
    message
)
FROM (
    VALUES
        (0, '{"text": "x"}', '55006', 'Section 0 is made of data alone%'),
        (99, '{"text": "x"}', 'P0002', 'the outline of the report has no section 99'),
        (1, '{"text": "  "}', '22023', '/text must have 1 to 20000 characters'),
        (1, '{}', '22023', '/text is required'),
        (1, '{"text": 1}', '22023', '/text must be a string'),
        (1, '{"text": "x", "language": "English"}', '22023', '/language must be a language tag%'),
        (1, '{"text": "x", "html": "x"}', '22023', '/html is not a known field%')
) AS attempt (section, definition, state, message);
SELECT test.refused(
    'tessera_service', 'SELECT training.finish_report(training.own_report(''riga-1'', 2))', '55006',
    'Not written yet: 1 Summary, 3 Context and needs, 11 Results%'
);

-- A final report does not change; another one begins with its texts.
SET LOCAL ROLE tessera_service;
SELECT training.finish_report(training.own_report('riga-1', 1)) FROM generate_series(1, 2) AS again;
DO $$
BEGIN
    ASSERT (SELECT finished_by FROM training.report WHERE number = 1) = 'riga-evaluator';
END
$$;
RESET ROLE;
SELECT test.refused(
    'tessera_service', 'SELECT training.write_narrative(training.own_report(''riga-1'', 1), 1, ''{"text": "x"}'')',
    '55006', 'The report is final%'
);
SELECT test.refused(asking, command, state)
FROM (
    VALUES
        ('tessera_service', 'UPDATE training.report SET numbers = ''{}''', '42501'),
        ('tessera_service', 'UPDATE training.report SET finished_at = NULL WHERE number = 1', '55000'),
        ('tessera_service', 'DELETE FROM training.report', '42501'),
        ('tessera_service', 'UPDATE training.report_narrative SET text = ''x''', '42501'),
        ('tessera_owner', 'UPDATE training.report SET made_by = ''x'' WHERE number = 2', '55000'),
        ('tessera_owner', 'UPDATE training.report SET numbers = ''{}'' WHERE number = 2', '23514'),
        ('tessera_owner', 'INSERT INTO training.report_narrative (report_key, section, language, text)
            SELECT report_key, 1, ''en'', ''x'' FROM training.report WHERE number = 1', '55000'),
        ('tessera_test_riga', 'SELECT FROM training.report', '42501')
) AS attempt (asking, command, state);
UPDATE analysis.progress SET through = through + interval '1 second';
SET LOCAL ROLE tessera_service;
DO $$
DECLARE
    made record;
BEGIN
    SELECT * INTO made FROM training.make_report('riga-1', '{"narrativesOf": 1}');
    ASSERT (made.number, made.made) = (3, true), made::text;
    ASSERT (
        SELECT count(*) = 6 AND count(*) FILTER (WHERE text = 'Gained little indeed.') = 1
        FROM training.report_narratives((SELECT report_key FROM training.report WHERE number = 3))
    );
    ASSERT (SELECT finished_at IS NULL FROM training.report WHERE number = 3);
END
$$;

-- All partners of the pilot read the same, others nothing.
DO $$
BEGIN
    PERFORM set_config('tessera.partner', 'torun', true);
    ASSERT (SELECT count(*) = 3 FROM training.report) AND (SELECT count(*) > 0 FROM training.report_narrative);
    ASSERT (SELECT NOT made FROM training.make_report('riga-1', '{}'));
    PERFORM set_config('tessera.partner', 'lille', true);
    ASSERT (SELECT count(*) = 0 FROM training.report) AND (SELECT count(*) = 0 FROM training.report_narrative);
    ASSERT (SELECT (number, made) = (1, true) FROM training.make_report('lille-1', '{}'));
    ASSERT (SELECT every(row_counts ->> 'gain' = '1') FROM training.report);
END
$$;

-- A synthesis is of what its maker may see, and its maker's.
DO $$
DECLARE
    made record;
    frozen jsonb;
BEGIN
    SELECT * INTO made FROM training.make_synthesis('{"pilots": ["lille-1"]}');
    ASSERT (made.number, made.made) = (1, true), made::text;
    SELECT numbers INTO frozen FROM training.report WHERE pilot_key IS NULL;
    ASSERT frozen ->> 'kind' = 'synthesis' AND frozen::text NOT LIKE '%riga-1%';
    ASSERT (SELECT NOT again.made FROM training.make_synthesis('{"pilots": ["lille-1", "lille-1"]}') AS again);
    PERFORM set_config('tessera.partner', 'riga', true);
    ASSERT (SELECT count(*) = 0 FROM training.report WHERE pilot_key IS NULL);
    PERFORM set_config('tessera.partner', '', true);
    SELECT * INTO made FROM training.make_synthesis('{"pilots": ["riga-1", "lille-1"]}');
    ASSERT (made.number, made.made) = (1, true), made::text;
    ASSERT (SELECT count(*) = 2 FROM training.report WHERE pilot_key IS NULL), 'the scheme sees all';
    PERFORM set_config('tessera.partner', 'riga', true);
END
$$;
RESET ROLE;
SELECT test.refused('tessera_service', format('SELECT training.make_synthesis(%L)', definition), state, message)
FROM (
    VALUES
        ('{"pilots": ["lille-1"]}', 'P0002', 'there is no pilot lille-1, or not for this key'),
        ('{"pilots": "riga-1"}', '22023', '/pilots must be an array%'),
        ('{"pilots": [1]}', '22023', '/pilots must be an array%')
) AS attempt (definition, state, message);
SELECT test.refused(
    'tessera_service', 'SELECT training.own_report(NULL, 1)', 'P0002', 'there is no report 1 of several pilots%'
);

-- While all is counted anew there is nothing to freeze.
UPDATE analysis.progress SET through = NULL;
SELECT test.refused(
    'tessera_service', 'SELECT training.make_report(''riga-1'', ''{}'')', '55006', 'All statements are being counted%'
);
