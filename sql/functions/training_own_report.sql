CREATE OR REPLACE FUNCTION training.own_report(of_pilot text, of_number bigint) RETURNS training.report
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known training.report;
BEGIN
    IF of_pilot IS NOT NULL THEN
        SELECT report.* INTO known
        FROM training.report
        WHERE report.pilot_key = training.own_pilot(of_pilot) AND report.number = of_number
        FOR UPDATE;
    ELSE
        SELECT report.* INTO known
        FROM training.report
        WHERE report.pilot_key IS NULL AND report.number = of_number
            AND report.partner_key IS NOT DISTINCT FROM (
                SELECT partner.partner_key FROM training.partner WHERE partner.code = training.asking_partner()
            )
        FOR UPDATE;
    END IF;
    IF known.report_key IS NULL THEN
        RAISE EXCEPTION 'there is no report % of %', of_number,
            COALESCE('the pilot ' || of_pilot, 'several pilots that this key made')
            USING ERRCODE = 'no_data_found';
    END IF;
    RETURN known;
END
$$;

COMMENT ON FUNCTION training.own_report(text, bigint) IS
    'A report of a pilot that the partner that asks runs, or where none is named a synthesis of its own, as nobody '
    'else changes it until the transaction ends; raises P0002 if there is none.';

REVOKE EXECUTE ON FUNCTION training.own_report(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_report(text, bigint) TO tessera_service;
