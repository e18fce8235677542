CREATE OR REPLACE FUNCTION training.report_numbers(of_pilots text[], of_synthesis boolean, of_methodology bigint)
    RETURNS json
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    WITH section AS (
        SELECT
            given.value AS content, given.source, given.place, COALESCE(known.narrative, 'required') AS narrative,
            COALESCE(known.tables, '{}') AS tables
        FROM training.methodology
        CROSS JOIN LATERAL (
            SELECT 'outline' AS source, value, place
            FROM jsonb_array_elements(methodology.document -> 'outline') WITH ORDINALITY AS part (value, place)
            UNION ALL
            SELECT 'annexes', value, place
            FROM jsonb_array_elements(methodology.document -> 'annexes') WITH ORDINALITY AS part (value, place)
        ) AS given
        LEFT JOIN training.report_outline(of_synthesis) AS known ON known.title = given.value ->> 'title'
        WHERE methodology.methodology_key = of_methodology
    )
    SELECT json_build_object(
        'kind', CASE WHEN of_synthesis THEN 'synthesis' ELSE 'pilot' END,
        'asOf', to_char(progress.through AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'contract', (
            SELECT json_build_object('version', contract.version, 'sha256', contract.columns_sha256)
            FROM evaluation.contract
            ORDER BY contract.number DESC
            LIMIT 1
        ),
        'methodology', (
            SELECT json_build_object(
                'code', methodology.code, 'version', methodology.version, 'title', methodology.document ->> 'title'
            )
            FROM training.methodology
            WHERE methodology.methodology_key = of_methodology
        ),
        'thresholds', json_build_object(
            'internal', evaluation.threshold('internal'), 'publication', evaluation.threshold('publication')
        ),
        'pilots', (
            SELECT COALESCE(json_agg(training.report_cover(code) ORDER BY place), '[]')
            FROM unnest(of_pilots) WITH ORDINALITY AS listed (code, place)
        ),
        'outline', (
            SELECT COALESCE(
                json_agg(
                    json_build_object(
                        'number', content -> 'number', 'title', content -> 'title', 'parts', content -> 'parts',
                        'narrative', narrative, 'tables', to_json(tables)
                    )
                    ORDER BY place
                ),
                '[]'
            )
            FROM section
            WHERE source = 'outline'
        ),
        'annexes', (
            SELECT COALESCE(
                json_agg(
                    json_build_object(
                        'title', content -> 'title', 'parts', content -> 'parts',
                        'tables', to_json(tables)
                    )
                    ORDER BY place
                ),
                '[]'
            )
            FROM section
            WHERE source = 'annexes'
        ),
        'tables', (
            SELECT json_agg(training.report_table(listed.name, of_pilots, of_synthesis) ORDER BY place, listed.position)
            FROM (
                SELECT given.name, min(known.place) AS place, min(given.position) AS position
                FROM training.report_outline(of_synthesis) WITH ORDINALITY AS known (title, narrative, tables, place)
                CROSS JOIN LATERAL unnest(known.tables) WITH ORDINALITY AS given (name, position)
                GROUP BY given.name
            ) AS listed
        )
    )
    FROM analysis.progress
$$;

COMMENT ON FUNCTION training.report_numbers(text[], boolean, bigint) IS
    'What a report freezes: the rows of the views as an evaluator of the asking partner reads them now, all in one '
    'snapshot, with versions, thresholds, cover, and the outline of the methodology with the tables of each section.';

REVOKE EXECUTE ON FUNCTION training.report_numbers(text[], boolean, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_numbers(text[], boolean, bigint) TO tessera_service;
