CREATE OR REPLACE FUNCTION evaluation.coded_share(
    part_from bigint, part_to bigint, whole_from bigint, whole_to bigint,
    OUT share_from double precision, OUT share_to double precision
)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT part_from::double precision / whole_to, LEAST(part_to::double precision / whole_from, 1)
    WHERE whole_from > 0
$$;

COMMENT ON FUNCTION evaluation.coded_share(bigint, bigint, bigint, bigint) IS
    'What follows for a share from what is told of the part and of the whole, and nothing else: the least and the most '
    'that it may be. Null where the whole may be nobody.';

REVOKE EXECUTE ON FUNCTION evaluation.coded_share(bigint, bigint, bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.coded_share(bigint, bigint, bigint, bigint)
    TO tessera_evaluator, tessera_reporting, tessera_service;
