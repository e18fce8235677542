CREATE OR REPLACE FUNCTION evaluation.chi_square_p(x double precision, df double precision)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT evaluation.incomplete_gamma(df / 2, x / 2, true)
$$;

COMMENT ON FUNCTION evaluation.chi_square_p(double precision, double precision) IS
    'p value of chi-square with df degrees of freedom: the probability of x or more. Formula: Q(df / 2, x / 2). '
    'Range: x from 0, df from 1e-9 to 1e8, otherwise null. Precision: relative 1e-12, also far out.';

REVOKE EXECUTE ON FUNCTION evaluation.chi_square_p(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.chi_square_p(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
