CREATE OR REPLACE FUNCTION evaluation.incomplete_gamma(
    a double precision, x double precision, upper_tail boolean DEFAULT false
) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    tiny CONSTANT double precision := 1e-30;
    offset_of_mean double precision;
    ln_front double precision;
    front double precision;
    term double precision;
    total double precision;
    b double precision;
    c double precision;
    d double precision;
    part double precision;
BEGIN
    IF a < 1e-10 OR a > 1e8 OR x < 0 OR x = 'NaN' THEN
        RETURN NULL;
    ELSIF x = 0 OR x > 1e9 THEN
        RETURN ((x = 0) = upper_tail)::integer;
    END IF;
    -- x^a e^-x / gamma(a); an exponent under -690 would be an error of PostgreSQL, and is nought to every purpose.
    IF a < 10 THEN
        ln_front := a * ln(x) - x - evaluation.ln_gamma(a);
    ELSE
        offset_of_mean := (x - a) / a;
        ln_front := a * (
            CASE WHEN abs(offset_of_mean) < 0.5 THEN evaluation.ln_one_plus(offset_of_mean) ELSE ln(x / a) END
            - offset_of_mean
        ) + ln(a / (2 * pi())) / 2 - evaluation.stirling_remainder(a);
    END IF;
    front := CASE WHEN ln_front < -690 THEN 0 ELSE exp(ln_front) END;
    IF x < a + 1 THEN
        term := 1 / a;
        total := term;
        FOR n IN 1 .. 1000000 LOOP
            term := term * x / (a + n);
            total := total + term;
            EXIT WHEN term < total * 1e-17;
        END LOOP;
        RETURN CASE WHEN upper_tail THEN 1 - front * total ELSE front * total END;
    END IF;
    -- Lentz's method.
    b := x + 1 - a;
    c := 1 / tiny;
    d := 1 / b;
    total := d;
    FOR n IN 1 .. 1000000 LOOP
        term := -n * (n - a);
        b := b + 2;
        d := term * d + b;
        d := 1 / CASE WHEN abs(d) < tiny THEN tiny ELSE d END;
        c := b + term / c;
        c := CASE WHEN abs(c) < tiny THEN tiny ELSE c END;
        part := c * d;
        total := total * part;
        EXIT WHEN abs(part - 1) < 1e-16;
    END LOOP;
    RETURN CASE WHEN upper_tail THEN front * total ELSE 1 - front * total END;
END
$$;

COMMENT ON FUNCTION evaluation.incomplete_gamma(double precision, double precision, boolean) IS
    'Regularised incomplete gamma function P(a, x), or Q = 1 - P with upper_tail. Source: series and continued '
    'fraction, Abramowitz and Stegun 6.5.29 and 6.5.31. Range: a from 1e-10 to 1e8, x from 0, otherwise null. '
    'Precision: relative 1e-12 of the tail that is computed, also far out; values under 1e-299 are 0.';

REVOKE EXECUTE ON FUNCTION evaluation.incomplete_gamma(double precision, double precision, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.incomplete_gamma(double precision, double precision, boolean)
    TO tessera_evaluator, tessera_reporting, tessera_service;
