CREATE OR REPLACE FUNCTION framework.proposal_list(node jsonb, pointer text, field text, most integer) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found jsonb := NULLIF(node -> field, 'null');
BEGIN
    IF found IS NOT NULL AND jsonb_typeof(found) <> 'array' THEN
        PERFORM framework.refuse_proposal(pointer || '/' || field, 'must be an array');
    ELSIF jsonb_array_length(found) > most THEN
        PERFORM framework.refuse_proposal(pointer || '/' || field, format('must have at most %s elements', most));
    END IF;
    RETURN COALESCE(found, '[]');
END
$$;

COMMENT ON FUNCTION framework.proposal_list(jsonb, text, text, integer) IS
    'An array field of the node, empty if missing; raises SQLSTATE 22023 if it is something else or too long.';

REVOKE EXECUTE ON FUNCTION framework.proposal_list(jsonb, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_list(jsonb, text, text, integer) TO tessera_service;
