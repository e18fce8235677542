CREATE OR REPLACE FUNCTION evaluation.incomplete_beta(
    x double precision, a double precision, b double precision, y double precision DEFAULT NULL
) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    front double precision;
BEGIN
    IF (x BETWEEN 0 AND 1 AND a BETWEEN 1e-10 AND 1e8 AND b BETWEEN 1e-10 AND 1e8) IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    y := COALESCE(y, 1 - x);
    IF x = 0 OR y = 0 THEN
        RETURN x;
    ELSIF x > (a + 1) / (a + b + 2) THEN
        -- The fraction converges fast only on this side.
        front := evaluation.beta_front(y, x, b, a);
        RETURN CASE WHEN front = 0 THEN 1 ELSE 1 - front * evaluation.beta_fraction(y, b, a) / b END;
    END IF;
    front := evaluation.beta_front(x, y, a, b);
    RETURN CASE WHEN front = 0 THEN 0 ELSE front * evaluation.beta_fraction(x, a, b) / a END;
END
$$;

COMMENT ON FUNCTION evaluation.incomplete_beta IS
    'Regularised incomplete beta function I_x(a, b). y is 1 - x, for who knows it better than by subtraction. '
    'Source: continued fraction, Abramowitz and Stegun 26.5.8. Range: x from 0 to 1, a and b from 1e-10 to 1e8, '
    'otherwise null. Precision: relative 1e-12 where it is the smaller tail, else absolute 1e-15; values under '
    '1e-299 are 0.';

REVOKE EXECUTE ON FUNCTION evaluation.incomplete_beta FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.incomplete_beta TO tessera_evaluator, tessera_reporting, tessera_service;
