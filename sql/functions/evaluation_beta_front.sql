CREATE OR REPLACE FUNCTION evaluation.beta_front(
    x double precision, y double precision, a double precision, b double precision
) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    x_mean double precision;
    y_mean double precision;
    excess double precision;
    ln_front double precision;
    of_a double precision;
    of_b double precision;
BEGIN
    IF LEAST(a, b) < 10 THEN
        ln_front := a * CASE WHEN x < 0.5 THEN ln(x) ELSE evaluation.ln_one_plus(-y) END
            + b * CASE WHEN y < 0.5 THEN ln(y) ELSE evaluation.ln_one_plus(-x) END
            - evaluation.ln_beta(a, b);
    ELSE
        -- Around the mean the three terms cancel: what is left of them is computed from the distance to it.
        x_mean := a / (a + b);
        y_mean := b / (a + b);
        excess := CASE WHEN a > b THEN b - (a + b) * y ELSE (a + b) * x - a END;
        of_a := excess / a;
        of_b := -excess / b;
        ln_front := a * (
            CASE WHEN abs(of_a) < 0.5 THEN evaluation.ln_one_plus(of_a) ELSE ln(x / x_mean) END - of_a
        ) + b * (
            CASE WHEN abs(of_b) < 0.5 THEN evaluation.ln_one_plus(of_b) ELSE ln(y / y_mean) END - of_b
        ) + ln(b * x_mean / (2 * pi())) / 2 + evaluation.stirling_remainder(a + b)
            - evaluation.stirling_remainder(a) - evaluation.stirling_remainder(b);
    END IF;
    -- A smaller exponent would be an error of PostgreSQL.
    RETURN CASE WHEN ln_front < -690 THEN 0 ELSE exp(ln_front) END;
END
$$;

COMMENT ON FUNCTION evaluation.beta_front IS
    'x^a y^b / B(a, b), where y = 1 - x: what stands before the fraction in evaluation.incomplete_beta. Source: '
    'DiDonato and Morris, ACM TOMS 708 (1992), BRCOMP. Precision: relative 1e-12; values under 1e-299 are 0.';

REVOKE EXECUTE ON FUNCTION evaluation.beta_front FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.beta_front TO tessera_evaluator, tessera_reporting, tessera_service;
