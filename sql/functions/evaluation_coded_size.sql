CREATE OR REPLACE FUNCTION evaluation.coded_size(
    people bigint, threshold integer, OUT n bigint, OUT n_from bigint, OUT n_to bigint
)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT
        CASE WHEN people >= 2 * threshold - 1 THEN people END,
        CASE WHEN people >= 2 * threshold - 1 THEN people WHEN people >= threshold THEN threshold END,
        CASE WHEN people >= 2 * threshold - 1 THEN people WHEN people >= threshold THEN 2 * threshold - 2 END
$$;

COMMENT ON FUNCTION evaluation.coded_size(bigint, integer) IS
    'How the size of a group is published: all null under the threshold; exactly, as n, from 2 threshold - 1 people '
    'on; between the two as n_from = threshold to n_to = 2 threshold - 2, because numbers about threshold people of it '
    'would tell that the others are very few.';

REVOKE EXECUTE ON FUNCTION evaluation.coded_size(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.coded_size(bigint, integer)
    TO tessera_evaluator, tessera_reporting, tessera_service;
