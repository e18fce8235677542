CREATE OR REPLACE FUNCTION training.own_methodology(of_code text, of_version text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    key bigint;
BEGIN
    SELECT methodology.methodology_key INTO key
    FROM training.methodology
    WHERE methodology.code = of_code AND methodology.version = of_version;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no version % of a methodology %', of_version, of_code USING ERRCODE = 'no_data_found';
    ELSIF training.asking_partner() IS NOT NULL THEN
        RAISE EXCEPTION 'the methodology is the scheme''s, and no partner''s to change'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN key;
END
$$;

COMMENT ON FUNCTION training.own_methodology(text, text) IS
    'Key of a version of a methodology, for whom may change it; raises P0002 if there is none, and 42501 for partners.';

REVOKE EXECUTE ON FUNCTION training.own_methodology(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_methodology(text, text) TO tessera_service;
