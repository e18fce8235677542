CREATE OR REPLACE FUNCTION evaluation.hedges_correction(df double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE WHEN df >= 1 THEN 1 - 3 / (4 * df - 1) END
$$;

COMMENT ON FUNCTION evaluation.hedges_correction(double precision) IS
    'Hedges'' factor J = 1 - 3 / (4 df - 1), which takes the bias of small groups off a standardised difference: '
    'g = J d. Source: the methodology''s approximation, L. V. Hedges, Journal of Educational Statistics 6 (1981); '
    'the exact gamma(df/2) / (sqrt(df/2) gamma((df-1)/2)) differs by less than 0.001 from df 6. Range: df from '
    '1, otherwise null.';

REVOKE EXECUTE ON FUNCTION evaluation.hedges_correction(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.hedges_correction(double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
