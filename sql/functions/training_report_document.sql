CREATE OR REPLACE FUNCTION training.report_document(of_report bigint) RETURNS json
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
AS $$
    SELECT json_build_object(
        'kind', CASE WHEN report.pilot_key IS NULL THEN 'synthesis' ELSE 'pilot' END,
        'pilot', pilot.code,
        'partner', partner.code,
        'number', report.number,
        'state', CASE WHEN report.finished_at IS NULL THEN 'draft' ELSE 'final' END,
        'title', CASE
            WHEN report.pilot_key IS NULL THEN 'Synthesis of the evaluation'
            ELSE report.numbers #>> '{pilots,0,title}'
        END,
        'pilots', to_json(report.pilots),
        'asOf', report.numbers -> 'asOf',
        'contract', report.contract_version,
        'methodology', json_build_object('code', methodology.code, 'version', methodology.version),
        'thresholds', report.numbers -> 'thresholds',
        'rowCounts', report.row_counts,
        'sha256', report.sha256,
        'verified', report.sha256 = encode(sha256(convert_to(report.numbers::text, 'UTF8')), 'hex'),
        'madeAt', report.made_at,
        'madeBy', report.made_by,
        'finishedAt', report.finished_at,
        'finishedBy', report.finished_by,
        'missing', (
            SELECT COALESCE(json_agg(json_build_object('number', gap.number, 'title', gap.title)), '[]')
            FROM training.report_gaps(report.report_key) AS gap
        ),
        'narratives', (
            SELECT COALESCE(
                json_agg(
                    json_build_object(
                        'section', narrative.section, 'language', narrative.language, 'text', narrative.text,
                        'author', narrative.author, 'writtenAt', narrative.written_at,
                        'writtenBy', narrative.written_by,
                        'versions', (
                            SELECT count(*)
                            FROM training.report_narrative AS version
                            WHERE version.report_key = narrative.report_key AND version.section = narrative.section
                                AND version.language = narrative.language
                        )
                    )
                    ORDER BY narrative.section, narrative.language
                ),
                '[]'
            )
            FROM training.report_narratives(report.report_key) AS narrative
        )
    )
    FROM training.report
    JOIN training.methodology USING (methodology_key)
    LEFT JOIN training.pilot USING (pilot_key)
    LEFT JOIN training.partner USING (partner_key)
    WHERE report.report_key = of_report
$$;

COMMENT ON FUNCTION training.report_document(bigint) IS
    'A report without its numbers: what they are of, their hash and whether it still holds, how far the report is, and '
    'its texts.';

REVOKE EXECUTE ON FUNCTION training.report_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_document(bigint) TO tessera_service;
