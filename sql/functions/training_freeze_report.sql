CREATE OR REPLACE FUNCTION training.freeze_report(
    wanted training.report, definition jsonb, OUT number integer, OUT made boolean
)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    asked timestamptz := training.definition_moment(definition, '', 'asOf', false);
    texts_of integer := training.definition_number(definition, '', 'narrativesOf', false, 1, 1000000, 0);
    known training.report;
    earlier training.report;
BEGIN
    PERFORM pg_advisory_xact_lock(
        hashtextextended('training.report', COALESCE(wanted.pilot_key, -COALESCE(wanted.partner_key, 0)))
    );
    SELECT COALESCE(asked, progress.through) INTO wanted.watermark FROM analysis.progress;
    SELECT report.* INTO known
    FROM training.report
    WHERE report.pilot_key IS NOT DISTINCT FROM wanted.pilot_key
        AND report.partner_key IS NOT DISTINCT FROM wanted.partner_key
        AND report.pilots = wanted.pilots AND report.watermark = wanted.watermark;
    IF FOUND THEN
        number := known.number;
        made := false;
        RETURN;
    END IF;
    -- Of one snapshot: the rows of the views, and the moment that they are of, which may be a later one by now.
    wanted.numbers := training.report_numbers(wanted.pilots, wanted.pilot_key IS NULL, wanted.methodology_key);
    wanted.watermark := (wanted.numbers ->> 'asOf')::timestamptz;
    IF asked IS NOT NULL AND asked IS DISTINCT FROM wanted.watermark THEN
        PERFORM training.refuse_step(format(
            'No report was made as of %s, and the views are of another moment by now.', definition ->> 'asOf'
        ));
    ELSIF wanted.watermark IS NULL THEN
        PERFORM training.refuse_step('All statements are being counted anew: a report is made once that is done.');
    END IF;
    IF texts_of IS NOT NULL THEN
        SELECT report.* INTO earlier
        FROM training.report
        WHERE report.pilot_key IS NOT DISTINCT FROM wanted.pilot_key
            AND report.partner_key IS NOT DISTINCT FROM wanted.partner_key AND report.number = texts_of;
        IF NOT FOUND THEN
            PERFORM training.refuse_definition('/narrativesOf', 'must be the number of an earlier report');
        ELSIF earlier.methodology_key <> wanted.methodology_key THEN
            PERFORM training.refuse_definition(
                '/narrativesOf', 'must be the number of a report by the same version of the methodology'
            );
        END IF;
    END IF;
    INSERT INTO training.report AS report (
        pilot_key, partner_key, number, pilots, watermark, contract_version, methodology_key, internal_threshold,
        publication_threshold, row_counts, numbers, sha256, made_by
    )
    SELECT
        wanted.pilot_key, wanted.partner_key,
        (
            SELECT COALESCE(max(other.number), 0) + 1
            FROM training.report AS other
            WHERE other.pilot_key IS NOT DISTINCT FROM wanted.pilot_key
                AND other.partner_key IS NOT DISTINCT FROM wanted.partner_key
        ),
        wanted.pilots, wanted.watermark, wanted.numbers #>> '{contract,version}', wanted.methodology_key,
        (wanted.numbers #>> '{thresholds,internal}')::integer,
        (wanted.numbers #>> '{thresholds,publication}')::integer,
        (
            SELECT jsonb_object_agg(frozen.value ->> 'name', frozen.value -> 'count')
            FROM json_array_elements(wanted.numbers -> 'tables') AS frozen
        ),
        wanted.numbers, encode(sha256(convert_to(wanted.numbers::text, 'UTF8')), 'hex'),
        NULLIF(current_setting('tessera.actor', true), '')
    RETURNING report.* INTO known;
    INSERT INTO training.report_narrative (report_key, section, language, text, author, written_at, written_by)
    SELECT
        known.report_key, narrative.section, narrative.language, narrative.text, narrative.author,
        narrative.written_at, narrative.written_by
    FROM training.report_narratives(earlier.report_key) AS narrative;
    number := known.number;
    made := true;
END
$$;

COMMENT ON FUNCTION training.freeze_report(training.report, jsonb) IS
$$Makes a report of the pilots of one pilot or partner, whom the row names, or finds the one that was made at the same
watermark. Tells its number, and whether it is new. The definition: {"asOf": "2026-11-28T10:00:00Z" ?,
"narrativesOf": 1 ?}, see training.make_report.$$;

REVOKE EXECUTE ON FUNCTION training.freeze_report(training.report, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.freeze_report(training.report, jsonb) TO tessera_service;
