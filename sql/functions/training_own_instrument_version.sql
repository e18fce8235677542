CREATE OR REPLACE FUNCTION training.own_instrument_version(of_code text, of_version text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    edition training.instrument_version;
BEGIN
    SELECT version.* INTO edition
    FROM training.instrument_version AS version
    JOIN training.instrument USING (instrument_key)
    WHERE instrument.code = of_code AND version.version = of_version;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no version % of instrument %, or not for this key', of_version, of_code
            USING ERRCODE = 'no_data_found';
    ELSIF training.asking_partner() IS NOT NULL AND edition.instrument_key <> ALL (training.own_instruments()) THEN
        RAISE EXCEPTION 'the instrument % is another''s, who alone publishes it', of_code
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN edition.instrument_version_key;
END
$$;

COMMENT ON FUNCTION training.own_instrument_version(text, text) IS
    'Key of the version of an instrument, which the partner that asks may change; raises P0002 if there is none, and '
    '42501 if it is another''s.';

REVOKE EXECUTE ON FUNCTION training.own_instrument_version(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_instrument_version(text, text) TO tessera_service;
