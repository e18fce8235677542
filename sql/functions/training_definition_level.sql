CREATE OR REPLACE FUNCTION training.definition_level(node jsonb, pointer text, of_competence bigint) RETURNS smallint
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    given jsonb := NULLIF(node -> 'level', 'null');
    levels smallint[] := ARRAY(
        SELECT item.level FROM framework.item WHERE item.parent_key = of_competence AND item.kind = 'level' ORDER BY 1
    );
BEGIN
    IF given IS NULL THEN
        PERFORM training.refuse_definition(pointer || '/level', 'is required');
    ELSIF jsonb_typeof(given) <> 'number' OR (given #>> '{}')::numeric <> ALL (levels) THEN
        PERFORM training.refuse_definition(
            pointer || '/level', 'must be a level of the competence: ' || array_to_string(levels, ', ')
        );
    END IF;
    RETURN (given #>> '{}')::numeric;
END
$$;

COMMENT ON FUNCTION training.definition_level(jsonb, text, bigint) IS
    'The node''s field level, which must be one that the competence has a descriptor of; raises 22023 otherwise.';

REVOKE EXECUTE ON FUNCTION training.definition_level(jsonb, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_level(jsonb, text, bigint) TO tessera_service;
