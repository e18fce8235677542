CREATE OR REPLACE FUNCTION evaluation.wilson_interval(
    successes bigint, n bigint, confidence double precision DEFAULT 0.95,
    OUT low double precision, OUT high double precision
)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT
        CASE WHEN successes = 0 THEN 0 ELSE (share + z * z / (2 * n) - half) / (1 + z * z / n) END,
        CASE WHEN successes = n THEN 1 ELSE (share + z * z / (2 * n) + half) / (1 + z * z / n) END
    FROM (
        SELECT share, z, z * sqrt(share * (1 - share) / n + z * z / (4.0::float8 * n * n)) AS half
        FROM (
            SELECT
                successes::double precision / NULLIF(n, 0) AS share,
                -evaluation.normal_quantile((1 - confidence) / 2) AS z
        ) AS given
    ) AS computed
    WHERE n > 0 AND successes BETWEEN 0 AND n AND confidence BETWEEN 0 AND 1 AND z IS NOT NULL
$$;

COMMENT ON FUNCTION evaluation.wilson_interval(bigint, bigint, double precision) IS
    'Wilson''s interval for a share, from 0 to 1: (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), z '
    'the normal quantile of the confidence. Source: E. B. Wilson, JASA 22 (1927). Both null when n is 0 or the '
    'numbers make no sense. Precision: 1e-14.';

REVOKE EXECUTE ON FUNCTION evaluation.wilson_interval(bigint, bigint, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.wilson_interval(bigint, bigint, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
