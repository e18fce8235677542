CREATE OR REPLACE FUNCTION evaluation.ln_gamma(x double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    shifted double precision := x;
    product double precision := 1;
BEGIN
    -- NaN is greater than every number.
    IF x <= 0 OR x > 1e300 THEN
        RETURN NULL;
    END IF;
    -- gamma(x + 1) = x gamma(x) leads to where Stirling's formula is exact.
    WHILE shifted < 10 LOOP
        product := product * shifted;
        shifted := shifted + 1;
    END LOOP;
    RETURN (shifted - 0.5) * ln(shifted) - shifted + ln(2 * pi()) / 2 + evaluation.stirling_remainder(shifted)
        - ln(product);
END
$$;

COMMENT ON FUNCTION evaluation.ln_gamma(double precision) IS
    'Natural logarithm of the gamma function; ln_gamma(n + 1) = ln(n!). Source: Stirling''s formula, Abramowitz '
    'and Stegun 6.1.41. Range: x > 0 to 1e300, otherwise null. Precision: 1e-14, relative above 10, absolute '
    'below.';

REVOKE EXECUTE ON FUNCTION evaluation.ln_gamma(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.ln_gamma(double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
