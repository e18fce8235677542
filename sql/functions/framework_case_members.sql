CREATE OR REPLACE FUNCTION framework.case_members(received jsonb, told jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT COALESCE(jsonb_object_agg(key, COALESCE(r.value, 'null')), '{}')
    FROM jsonb_each(received) AS r
    FULL JOIN jsonb_each(told) AS t USING (key)
    WHERE r.value IS DISTINCT FROM t.value
);

COMMENT ON FUNCTION framework.case_members(jsonb, jsonb) IS
    'What a received object of CASE has otherwise than the columns tell; null for a member that it does not have.';

REVOKE EXECUTE ON FUNCTION framework.case_members(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_members(jsonb, jsonb) TO tessera_service;
