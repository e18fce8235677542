CREATE OR REPLACE FUNCTION framework.proposal_demand(
    node jsonb, pointer text, field text, OUT level smallint, OUT weight numeric
)
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    place text := pointer || '/' || field;
    found jsonb := NULLIF(node -> field, 'null');
BEGIN
    IF found IS NULL THEN
        RETURN;
    END IF;
    PERFORM framework.proposal_object(found, place, ARRAY['level', 'weight']);
    IF NOT COALESCE(found -> 'level' IN ('1', '2', '3', '4'), false) THEN
        PERFORM framework.refuse_proposal(place || '/level', 'must be 1, 2, 3 or 4');
    END IF;
    level := (found ->> 'level')::numeric;
    IF found ? 'weight' THEN
        IF jsonb_typeof(found -> 'weight') <> 'number' OR (found ->> 'weight')::numeric <= 0
            OR (found ->> 'weight')::numeric >= 1000 OR length(found ->> 'weight') > 20 THEN
            PERFORM framework.refuse_proposal(
                place || '/weight', 'must be a number above 0 and below 1000 of at most 20 characters'
            );
        END IF;
        weight := (found ->> 'weight')::numeric;
    END IF;
END
$$;

COMMENT ON FUNCTION framework.proposal_demand(jsonb, text, text) IS
    'A field of the node that says what a profile demands: {"level": 1 to 4, "weight": ?}, null for no target; raises '
    'SQLSTATE 22023 if it is something else.';

REVOKE EXECUTE ON FUNCTION framework.proposal_demand(jsonb, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_demand(jsonb, text, text) TO tessera_service;
