CREATE OR REPLACE FUNCTION evaluation.normal_cdf(z double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN z = 'NaN' THEN NULL
        WHEN z < -37 THEN 0
        WHEN z > 37 THEN 1
        WHEN abs(z) < 1e-150 THEN 0.5
        WHEN z < 0 THEN evaluation.incomplete_gamma(0.5, z * z / 2, true) / 2
        ELSE 1 - evaluation.incomplete_gamma(0.5, z * z / 2, true) / 2
    END
$$;

COMMENT ON FUNCTION evaluation.normal_cdf(double precision) IS
    'Standard normal distribution function; the upper tail is normal_cdf(-z). Formula: Q(1/2, z^2 / 2) / 2 for z '
    '< 0. Precision: relative 1e-13 for z < 0, absolute 1e-15 otherwise; 0 under -37.';

REVOKE EXECUTE ON FUNCTION evaluation.normal_cdf(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.normal_cdf(double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
