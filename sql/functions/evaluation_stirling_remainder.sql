CREATE OR REPLACE FUNCTION evaluation.stirling_remainder(x double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN x < 10 THEN NULL
        WHEN x > 1e8 THEN 1 / (12 * x)
        ELSE (
            1 / 12.0::float8 - (
                1 / 360.0::float8 - (
                    1 / 1260.0::float8 - (
                        1 / 1680.0::float8 - (
                            1 / 1188.0::float8 - (691 / 360360.0::float8 - 1 / (156 * x * x)) / (x * x)
                        ) / (x * x)
                    ) / (x * x)
                ) / (x * x)
            ) / (x * x)
        ) / x
    END
$$;

COMMENT ON FUNCTION evaluation.stirling_remainder(double precision) IS
    'What Stirling''s formula leaves over: ln gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2). Source: Abramowitz '
    'and Stegun 6.1.42, seven terms. Range: x from 10, otherwise null. Precision: absolute 1e-16.';

REVOKE EXECUTE ON FUNCTION evaluation.stirling_remainder(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.stirling_remainder(double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
