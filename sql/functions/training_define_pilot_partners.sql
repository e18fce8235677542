CREATE OR REPLACE FUNCTION training.define_pilot_partners(of_pilot bigint, partners jsonb) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    pointer text;
    partner_code text;
    partner_name text;
    partner_country text;
    codes text[] := '{}';
BEGIN
    IF jsonb_array_length(partners) = 0 THEN
        PERFORM training.refuse_definition('/partners', 'must name at least one partner');
    END IF;
    FOR node, place IN SELECT * FROM jsonb_array_elements(partners) WITH ORDINALITY LOOP
        pointer := '/partners/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY['code', 'name', 'country']);
        partner_code := training.definition_text(node, pointer, 'code', true, 'code');
        partner_name := training.definition_text(node, pointer, 'name', false);
        partner_country := training.definition_text(node, pointer, 'country', false, 'country');
        IF partner_code = ANY (codes) THEN
            PERFORM training.refuse_definition(pointer || '/code', 'is listed twice');
        END IF;
        IF training.asking_partner() <> partner_code AND EXISTS (
            SELECT FROM training.partner AS known
            WHERE known.code = partner_code
                AND (known.name, known.country) IS DISTINCT FROM (
                    COALESCE(partner_name, known.name), COALESCE(partner_country, known.country)
                )
        ) THEN
            PERFORM training.refuse_definition(pointer, 'is another partner, whose name and country it alone changes');
        END IF;
        UPDATE training.partner AS known
        SET name = COALESCE(partner_name, known.name), country = COALESCE(partner_country, known.country)
        WHERE known.code = partner_code
            AND (known.name, known.country) IS DISTINCT FROM (
                COALESCE(partner_name, known.name), COALESCE(partner_country, known.country)
            );
        IF NOT EXISTS (SELECT FROM training.partner WHERE partner.code = partner_code) THEN
            IF partner_name IS NULL THEN
                PERFORM training.refuse_definition(pointer || '/name', 'is required for a partner not known yet');
            END IF;
            INSERT INTO training.partner (code, name, country) VALUES (partner_code, partner_name, partner_country);
        END IF;
        codes := codes || partner_code;
    END LOOP;
    INSERT INTO training.pilot_partner (pilot_key, partner_key)
    SELECT of_pilot, partner.partner_key FROM training.partner WHERE partner.code = ANY (codes)
    ON CONFLICT DO NOTHING;
    RETURN codes;
END
$$;

COMMENT ON FUNCTION training.define_pilot_partners(bigint, jsonb) IS
    'The part of training.define_pilot that checks and keeps the partners; returns their codes.';

REVOKE EXECUTE ON FUNCTION training.define_pilot_partners(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_partners(bigint, jsonb) TO tessera_service;
