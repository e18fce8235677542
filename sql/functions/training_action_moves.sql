CREATE OR REPLACE FUNCTION training.action_moves(of_state text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE of_state
        WHEN 'proposed' THEN ARRAY['accepted', 'rejected', 'superseded', 'proposed']
        WHEN 'accepted' THEN ARRAY['in_progress', 'done', 'superseded', 'accepted']
        WHEN 'in_progress' THEN ARRAY['done', 'superseded', 'in_progress']
        WHEN 'done' THEN ARRAY['verified', 'in_progress']
        ELSE ARRAY[]::text[]
    END
$$;

COMMENT ON FUNCTION training.action_moves(text) IS
    'The states that an action can move to from a state; the same state where something else about it can be told.';

REVOKE EXECUTE ON FUNCTION training.action_moves(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.action_moves(text) TO tessera_service;
