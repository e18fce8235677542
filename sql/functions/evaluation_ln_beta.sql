CREATE OR REPLACE FUNCTION evaluation.ln_beta(a double precision, b double precision) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    small double precision := LEAST(a, b);
    large double precision := GREATEST(a, b);
BEGIN
    IF small <= 0 OR large > 1e300 THEN
        RETURN NULL;
    ELSIF large < 10 THEN
        RETURN evaluation.ln_gamma(a) + evaluation.ln_gamma(b) - evaluation.ln_gamma(a + b);
    ELSIF small < 10 THEN
        -- The large terms of ln gamma(large) - ln gamma(small + large) are taken off before they are rounded.
        RETURN evaluation.ln_gamma(small) - small * ln(large)
            - (small + large - 0.5) * evaluation.ln_one_plus(small / large) + small
            + evaluation.stirling_remainder(large) - evaluation.stirling_remainder(small + large);
    END IF;
    RETURN ln(2 * pi()) / 2 - ln(large) / 2
        - (small - 0.5) * evaluation.ln_one_plus(large / small) - large * evaluation.ln_one_plus(small / large)
        + evaluation.stirling_remainder(small) + evaluation.stirling_remainder(large)
        - evaluation.stirling_remainder(small + large);
END
$$;

COMMENT ON FUNCTION evaluation.ln_beta(double precision, double precision) IS
    'Natural logarithm of the beta function: ln gamma(a) + ln gamma(b) - ln gamma(a + b). Source: Stirling''s '
    'formula with the cancelling terms left out, after DiDonato and Morris, ACM TOMS 708 (1992). Range: a, b > 0 '
    'to 1e300, otherwise null. Precision: 1e-13.';

REVOKE EXECUTE ON FUNCTION evaluation.ln_beta(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.ln_beta(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
