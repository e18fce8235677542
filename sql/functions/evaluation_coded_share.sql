CREATE OR REPLACE FUNCTION evaluation.coded_share(
    part bigint, whole bigint, whole_from bigint, whole_to bigint, threshold integer,
    OUT share_from double precision, OUT share_to double precision
)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT place::double precision / bands, (place + 1)::double precision / bands
    FROM (
        SELECT bands, LEAST(part * bands / NULLIF(whole, 0), bands - 1) AS place
        -- As many as the sizes allow that are told anyway: the bands tell nothing of the whole.
        FROM (SELECT LEAST(20, (whole_to + 1) / threshold) AS bands WHERE whole_from >= threshold) AS divided
    ) AS placed
    WHERE bands > 1
$$;

COMMENT ON FUNCTION evaluation.coded_share(bigint, bigint, bigint, bigint, integer) IS
    'How a share is published of people whose number is itself told only as whole_from to whole_to: as one of up to 20 '
    'equal bands of 0 to 1, share_from <= share < share_to (1 is in the last), each of at least threshold people if '
    'whole_to are asked. No share is told as 0 or as 1. Null where whole_from is under the threshold, and where that '
    'leaves one band.';

REVOKE EXECUTE ON FUNCTION evaluation.coded_share(bigint, bigint, bigint, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.coded_share(bigint, bigint, bigint, bigint, integer)
    TO tessera_evaluator, tessera_reporting, tessera_service;
