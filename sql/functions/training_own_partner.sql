CREATE OR REPLACE FUNCTION training.own_partner(of_code text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint;
BEGIN
    IF training.asking_partner() <> of_code THEN
        RAISE EXCEPTION 'partner % is another one', of_code USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT partner.partner_key INTO found FROM training.partner WHERE partner.code = of_code;
    IF found IS NULL THEN
        RAISE EXCEPTION 'there is no partner %', of_code USING ERRCODE = 'no_data_found';
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.own_partner(text) IS
    'Key of the partner with the code, for what only it may change; raises 42501 if another partner asks, P0002 if '
    'there is no such partner.';

REVOKE EXECUTE ON FUNCTION training.own_partner(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_partner(text) TO tessera_service;
