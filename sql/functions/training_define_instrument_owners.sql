CREATE OR REPLACE FUNCTION training.define_instrument_owners(definition jsonb) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    codes text[] := '{}';
BEGIN
    FOR node, place IN
        SELECT * FROM jsonb_array_elements(training.definition_list(definition, '', 'partners')) WITH ORDINALITY
    LOOP
        IF jsonb_typeof(node) <> 'string'
            OR NOT EXISTS (SELECT FROM training.partner WHERE partner.code = node #>> '{}') THEN
            PERFORM training.refuse_definition('/partners/' || place - 1, 'must be the code of a partner known here');
        ELSIF node #>> '{}' = ANY (codes) THEN
            PERFORM training.refuse_definition('/partners/' || place - 1, 'is listed twice');
        END IF;
        codes := codes || (node #>> '{}');
    END LOOP;
    IF training.asking_partner() IS NOT NULL AND training.asking_partner() <> ALL (codes) THEN
        PERFORM training.refuse_definition(
            '/partners', format('must name %s, whose instruments this key defines', training.asking_partner())
        );
    END IF;
    RETURN codes;
END
$$;

COMMENT ON FUNCTION training.define_instrument_owners(jsonb) IS
    'The part of training.define_instrument that checks whose it is; returns the partners'' codes.';

REVOKE EXECUTE ON FUNCTION training.define_instrument_owners(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_instrument_owners(jsonb) TO tessera_service;
