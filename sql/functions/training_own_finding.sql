CREATE OR REPLACE FUNCTION training.own_finding(of_pilot text, of_number bigint) RETURNS training.finding
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known training.finding;
BEGIN
    SELECT finding.* INTO known
    FROM training.finding
    WHERE finding.pilot_key = training.own_pilot(of_pilot) AND finding.number = of_number;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no finding % of the pilot %', of_number, of_pilot USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('training.finding', known.finding_key));
    SELECT finding.* INTO known FROM training.finding WHERE finding.finding_key = known.finding_key;
    RETURN known;
END
$$;

COMMENT ON FUNCTION training.own_finding(text, bigint) IS
    'A finding of a pilot that the partner that asks runs, as nobody else changes it or its actions until the '
    'transaction ends; raises P0002 if there is none.';

REVOKE EXECUTE ON FUNCTION training.own_finding(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_finding(text, bigint) TO tessera_service;
