CREATE OR REPLACE FUNCTION training.report_table(of_table text, of_pilots text[], of_synthesis boolean) RETURNS json
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET "TimeZone" = 'UTC'
    SET "DateStyle" = 'ISO, YMD'
    SET "IntervalStyle" = 'iso_8601'
    SET extra_float_digits = 1
AS $$
DECLARE
    source regclass := CASE
        WHEN of_table = 'earlier_actions' THEN 'evaluation.feedback_actions'
        WHEN of_table LIKE 'published.%' THEN of_table
        ELSE 'evaluation.' || of_table
    END;
    -- The moment is the report's; of what is published it is each release's. Single statements and people are not
    -- shown; nor is what depends on which other pilots somebody may see, for all partners of a pilot read its reports.
    hidden text[] := CASE
        WHEN of_table LIKE 'published.%' THEN '{}'
        WHEN of_table = 'coverage' THEN '{evidenced,evidenced_people,suppressed,as_of}'
        WHEN of_table = 'data_quality' THEN '{example_statement_id,example_person,as_of}'
        WHEN of_table = 'feedback_actions' AND NOT of_synthesis
            THEN '{effect_pilot,value_after,n_after,suppressed_after,change,effect_measured_at,as_of}'
        ELSE '{as_of}'
    END;
    wanted text := CASE
        WHEN of_table LIKE 'published.%' THEN CASE
            WHEN of_synthesis THEN 'true'
            ELSE
                '(one.framework, one.profile) IN (SELECT pilot.framework, pilot.profile '
                    'FROM evaluation.pilot_overview AS pilot WHERE pilot.pilot = ANY ($1))'
        END
        WHEN of_table = 'coverage' THEN
            '(one.curriculum, one.curriculum_version) IN ('
                'SELECT curriculum.code, version.version FROM training.pilot '
                'JOIN training.curriculum_version AS version ON version.activity_key = pilot.curriculum_activity_key '
                'JOIN training.curriculum USING (curriculum_key) WHERE pilot.code = ANY ($1))'
        -- Of pilots that whoever runs this one runs as well.
        WHEN of_table = 'earlier_actions' THEN
            'one.effect_pilot = ANY ($1) AND NOT EXISTS ('
                'SELECT FROM training.pilot JOIN training.pilot_partner USING (pilot_key) '
                'WHERE pilot.code = ANY ($1) AND pilot_partner.partner_key NOT IN ('
                    'SELECT own.partner_key FROM training.pilot AS earlier '
                    'JOIN training.pilot_partner AS own USING (pilot_key) WHERE earlier.code = one.pilot))'
        ELSE 'one.pilot = ANY ($1)'
    END;
    described json;
    listed text;
    rows json;
BEGIN
    SELECT
        json_agg(
            json_build_object(
                'name', attribute.attname,
                'type', format_type(attribute.atttypid, NULL),
                'description', col_description(source, attribute.attnum)
            )
            ORDER BY attribute.attnum
        ),
        string_agg(format('one.%I', attribute.attname), ', ' ORDER BY attribute.attnum)
    INTO described, listed
    FROM pg_attribute AS attribute
    WHERE attribute.attrelid = source AND attribute.attnum > 0 AND NOT attribute.attisdropped
        AND attribute.attname <> ALL (hidden);
    EXECUTE format(
        'SELECT COALESCE(json_agg(row_to_json(shown) ORDER BY shown), ''[]'')
        FROM (SELECT %s FROM %s AS one WHERE %s) AS shown',
        listed, source, wanted
    ) INTO rows USING of_pilots;
    RETURN json_build_object(
        'name', of_table, 'view', source::text, 'description', obj_description(source, 'pg_class'),
        'count', json_array_length(rows), 'columns', described, 'rows', rows
    );
END
$$;

COMMENT ON FUNCTION training.report_table(text, text[], boolean) IS
    'A table of a report: the rows of a view, as an evaluator of the asking partner reads them, with what the columns '
    'mean. Of a view of schema evaluation those of the pilots; of schema published, where not a synthesis, those of '
    'the pilots'' framework and profile.';

REVOKE EXECUTE ON FUNCTION training.report_table(text, text[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_table(text, text[], boolean) TO tessera_service;
