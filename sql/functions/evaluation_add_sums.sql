CREATE OR REPLACE FUNCTION evaluation.add_sums(one numeric[], other numeric[]) RETURNS numeric[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN one = '{}' THEN other
        WHEN other = '{}' THEN one
        ELSE ARRAY(
            SELECT left_sum + right_sum
            FROM unnest(one, other) WITH ORDINALITY AS listed (left_sum, right_sum, place)
            ORDER BY place
        )
    END
$$;

COMMENT ON FUNCTION evaluation.add_sums(numeric[], numeric[]) IS
    'Adds the sums of two parts of an aggregate, computed in parallel.';

REVOKE EXECUTE ON FUNCTION evaluation.add_sums(numeric[], numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.add_sums(numeric[], numeric[])
    TO tessera_evaluator, tessera_reporting, tessera_service;
