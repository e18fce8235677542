CREATE OR REPLACE FUNCTION training.definition_number(
    node jsonb, pointer text, field text, required boolean, lowest numeric, highest numeric, digits integer
) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    place text := pointer || '/' || field;
    found jsonb := NULLIF(node -> field, 'null');
    number numeric;
BEGIN
    IF found IS NULL THEN
        IF required THEN
            PERFORM training.refuse_definition(place, 'is required');
        END IF;
        RETURN NULL;
    ELSIF jsonb_typeof(found) <> 'number' THEN
        PERFORM training.refuse_definition(place, 'must be a number');
    END IF;
    number := found::numeric;
    IF number NOT BETWEEN lowest AND highest OR scale(trim_scale(number)) > digits THEN
        PERFORM training.refuse_definition(
            place,
            CASE digits
                WHEN 0 THEN format('must be a whole number from %s to %s', lowest, highest)
                ELSE format('must be a number from %s to %s with at most %s decimals', lowest, highest, digits)
            END
        );
    END IF;
    RETURN number;
END
$$;

COMMENT ON FUNCTION training.definition_number(jsonb, text, text, boolean, numeric, numeric, integer) IS
    'A number field of the node, within bounds and with at most so many decimals; raises 22023 if it is not, or is '
    'required and missing.';

REVOKE EXECUTE ON FUNCTION training.definition_number(jsonb, text, text, boolean, numeric, numeric, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_number(jsonb, text, text, boolean, numeric, numeric, integer)
    TO tessera_service;
