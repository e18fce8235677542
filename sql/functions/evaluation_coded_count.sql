CREATE OR REPLACE FUNCTION evaluation.coded_count(
    people bigint, threshold integer, OUT people_from bigint, OUT people_to bigint
)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT people / threshold * threshold, people / threshold * threshold + threshold - 1
$$;

COMMENT ON FUNCTION evaluation.coded_count(bigint, integer) IS
    'How a number of people is published: as the band of threshold numbers that it is in, from a multiple of threshold '
    'to one less than the next. A group and its parts are told in the same bands, so that subtracting one from another '
    'leaves as many numbers open, and nobody is not told from few, nor everybody from almost everybody.';

REVOKE EXECUTE ON FUNCTION evaluation.coded_count(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.coded_count(bigint, integer)
    TO tessera_evaluator, tessera_reporting, tessera_service;
