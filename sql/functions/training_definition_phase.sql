CREATE OR REPLACE FUNCTION training.definition_phase(node jsonb, pointer text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found text := training.definition_text(node, pointer, 'phase', true);
BEGIN
    IF found NOT IN ('pre', 'during', 'post', 'followup') THEN
        PERFORM training.refuse_definition(pointer || '/phase', 'must be pre, during, post or followup');
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION training.definition_phase(jsonb, text) IS
    'The field `phase` of the node; raises 22023 if it is none of the phases.';

REVOKE EXECUTE ON FUNCTION training.definition_phase(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_phase(jsonb, text) TO tessera_service;
