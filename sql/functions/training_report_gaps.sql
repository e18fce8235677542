CREATE OR REPLACE FUNCTION training.report_gaps(of_report bigint) RETURNS TABLE (number integer, title text)
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT (section.value ->> 'number')::integer, section.value ->> 'title'
    FROM training.report
    CROSS JOIN LATERAL json_array_elements(report.numbers -> 'outline') WITH ORDINALITY AS section (value, place)
    WHERE report.report_key = of_report AND section.value ->> 'narrative' = 'required'
        AND NOT EXISTS (
            SELECT FROM training.report_narrative AS narrative
            WHERE narrative.report_key = report.report_key
                AND narrative.section = (section.value ->> 'number')::integer
        )
    ORDER BY section.place
$$;

COMMENT ON FUNCTION training.report_gaps(bigint) IS
    'The sections of a report that demand a text and have none yet, in the order of the outline.';

REVOKE EXECUTE ON FUNCTION training.report_gaps(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_gaps(bigint) TO tessera_service;
