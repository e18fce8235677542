CREATE OR REPLACE FUNCTION training.define_partner(definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    partner_code text;
    partner_name text;
    partner_country text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['code', 'name', 'country']);
    partner_code := training.definition_text(definition, '', 'code', true, 'code');
    partner_name := training.definition_text(definition, '', 'name', true);
    partner_country := training.definition_text(definition, '', 'country', false, 'country');
    -- A partner's key brings no other partners into the world.
    IF training.asking_partner() <> partner_code THEN
        PERFORM training.own_partner(partner_code);
    END IF;
    INSERT INTO training.partner AS earlier (code, name, country) VALUES (partner_code, partner_name, partner_country)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, country = excluded.country
    WHERE (earlier.name, earlier.country) IS DISTINCT FROM (excluded.name, excluded.country);
END
$$;

COMMENT ON FUNCTION training.define_partner(jsonb) IS
$$Defines a partner, or changes its definition, from one JSON document; the same document twice changes nothing. Field
by field (? optional):

{"code": "riga", "name": "City of Riga", "country": "LV" ?}

A document that breaks a rule changes nothing and raises SQLSTATE 22023; the message names the field (JSON Pointer) and
the rule, the detail is the pointer. 42501: another partner asks.$$;

REVOKE EXECUTE ON FUNCTION training.define_partner(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_partner(jsonb) TO tessera_service;
