CREATE OR REPLACE FUNCTION evaluation.chi_square_cdf(x double precision, df double precision)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT evaluation.incomplete_gamma(df / 2, x / 2)
$$;

COMMENT ON FUNCTION evaluation.chi_square_cdf(double precision, double precision) IS
    'Distribution function of chi-square with df degrees of freedom. Formula: P(df / 2, x / 2). Range: x from 0, '
    'df from 1e-9 to 1e8, otherwise null. Precision: relative 1e-12 where it is the smaller tail, else absolute '
    '1e-15.';

REVOKE EXECUTE ON FUNCTION evaluation.chi_square_cdf(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.chi_square_cdf(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
