CREATE OR REPLACE FUNCTION framework.proposal_object(node jsonb, pointer text, fields text[]) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    unknown text;
BEGIN
    IF node IS NULL THEN
        PERFORM framework.refuse_proposal(pointer, 'is required');
    ELSIF jsonb_typeof(node) <> 'object' THEN
        PERFORM framework.refuse_proposal(pointer, 'must be an object');
    END IF;
    SELECT field INTO unknown FROM jsonb_object_keys(node) AS field WHERE field <> ALL (fields) ORDER BY field LIMIT 1;
    IF FOUND THEN
        PERFORM framework.refuse_proposal(
            pointer || '/' || replace(replace(unknown, '~', '~0'), '/', '~1'),
            'is not a known field; known are ' || array_to_string(fields, ', ')
        );
    END IF;
END
$$;

COMMENT ON FUNCTION framework.proposal_object(jsonb, text, text[]) IS
    'Raises SQLSTATE 22023 if the node is no JSON object, or has other fields than these.';

REVOKE EXECUTE ON FUNCTION framework.proposal_object(jsonb, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_object(jsonb, text, text[]) TO tessera_service;
