CREATE OR REPLACE FUNCTION training.finish_report(report training.report) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    gaps text;
BEGIN
    IF (report).finished_at IS NOT NULL THEN
        RETURN;
    END IF;
    SELECT string_agg(format('%s %s', gap.number, gap.title), ', ' ORDER BY gap.number) INTO gaps
    FROM training.report_gaps((report).report_key) AS gap;
    IF gaps IS NOT NULL THEN
        PERFORM training.refuse_step(format('Not written yet: %s.', gaps));
    END IF;
    UPDATE training.report AS known
    SET finished_at = now(), finished_by = NULLIF(current_setting('tessera.actor', true), '')
    WHERE known.report_key = (report).report_key;
END
$$;

COMMENT ON FUNCTION training.finish_report(training.report) IS
    'Declares a report final, after which its texts do not change; once is enough. Raises 55006 where a section that '
    'demands a text has none; the message names them.';

REVOKE EXECUTE ON FUNCTION training.finish_report(training.report) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.finish_report(training.report) TO tessera_service;
