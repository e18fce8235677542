-- Plain enough for the planner to put it into the query: no call per row.
CREATE OR REPLACE FUNCTION evaluation.too_few(people bigint, threshold integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN people BETWEEN 1 AND threshold - 1;

COMMENT ON FUNCTION evaluation.too_few(bigint, integer) IS
    'Whether numbers about this many people are hidden: at least one person, but fewer than the threshold. Nobody '
    'is not too few: a zero tells of no person.';

REVOKE EXECUTE ON FUNCTION evaluation.too_few(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.too_few(bigint, integer) TO tessera_evaluator, tessera_reporting, tessera_service;
