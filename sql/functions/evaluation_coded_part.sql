CREATE OR REPLACE FUNCTION evaluation.coded_part(
    part bigint, people bigint, threshold integer, OUT part_from bigint, OUT part_to bigint
)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT
        CASE
            WHEN people >= 2 * threshold - 1 THEN (place * (people + 1) + bands - 1) / bands
            WHEN people >= threshold AND part >= threshold THEN threshold
        END,
        CASE
            WHEN people >= 2 * threshold - 1 THEN ((place + 1) * (people + 1) + bands - 1) / bands - 1
            WHEN people >= threshold AND part >= threshold THEN 2 * threshold - 2
        END
    FROM (
        SELECT bands, part * bands / (people + 1) AS place
        FROM (SELECT GREATEST(LEAST(20, (people + 1) / threshold), 1) AS bands) AS divided
    ) AS placed
$$;

COMMENT ON FUNCTION evaluation.coded_part(bigint, bigint, integer) IS
    'How the number of people of a group who did something is published: as one of up to 20 equal bands of 0 to '
    'people, each of at least threshold numbers. Whatever parts of one group are told, subtracting them from the '
    'group or from each other leaves as many numbers open, 0 among them where they may be equal; the first and the '
    'last band code what is close to nobody and to everybody. In a group of threshold to 2 threshold - 2 people, the '
    'size of which evaluation.coded_size does not tell, parts of at least threshold people are told as just that, '
    'others not. Null in a smaller group.';

REVOKE EXECUTE ON FUNCTION evaluation.coded_part(bigint, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.coded_part(bigint, bigint, integer)
    TO tessera_evaluator, tessera_reporting, tessera_service;
