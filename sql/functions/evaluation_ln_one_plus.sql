-- (1 + x) - 1 is what x became by rounding, and ln(u) / (u - 1) hardly changes between the two.
CREATE OR REPLACE FUNCTION evaluation.ln_one_plus(x double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN x <= -1 OR x = 'NaN' THEN NULL
        WHEN 1 + x = 1 THEN x
        WHEN x > 1e15 THEN ln(x)
        ELSE ln(1 + x) * x / ((1 + x) - 1)
    END
$$;

COMMENT ON FUNCTION evaluation.ln_one_plus(double precision) IS
    'ln(1 + x) without loss for small x. Source: W. Kahan; D. Goldberg, What every computer scientist should '
    'know about floating-point arithmetic (1991), theorem 4. Range: x > -1, otherwise null. Precision: relative '
    '1e-15.';

REVOKE EXECUTE ON FUNCTION evaluation.ln_one_plus(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.ln_one_plus(double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
