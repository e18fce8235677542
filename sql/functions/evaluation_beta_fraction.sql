CREATE OR REPLACE FUNCTION evaluation.beta_fraction(
    x double precision, a double precision, b double precision
) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    tiny CONSTANT double precision := 1e-30;
    c double precision := 1;
    d double precision := 1 - (a + b) * x / (a + 1);
    total double precision;
    part double precision;
    term double precision;
BEGIN
    -- Lentz's method, two terms at a time.
    d := 1 / CASE WHEN abs(d) < tiny THEN tiny ELSE d END;
    total := d;
    FOR m IN 1 .. 1000000 LOOP
        term := m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d := 1 + term * d;
        d := 1 / CASE WHEN abs(d) < tiny THEN tiny ELSE d END;
        c := 1 + term / c;
        c := CASE WHEN abs(c) < tiny THEN tiny ELSE c END;
        total := total * d * c;
        term := -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d := 1 + term * d;
        d := 1 / CASE WHEN abs(d) < tiny THEN tiny ELSE d END;
        c := 1 + term / c;
        c := CASE WHEN abs(c) < tiny THEN tiny ELSE c END;
        part := d * c;
        total := total * part;
        EXIT WHEN abs(part - 1) < 1e-16;
    END LOOP;
    RETURN total;
END
$$;

COMMENT ON FUNCTION evaluation.beta_fraction(double precision, double precision, double precision) IS
    'The continued fraction of evaluation.incomplete_beta. Source: Abramowitz and Stegun 26.5.8, by the modified '
    'method of Lentz (Thompson and Barnett 1986). Range: x up to (a + 1) / (a + b + 2), where it converges in '
    'about the root of a + b steps.';

REVOKE EXECUTE ON FUNCTION evaluation.beta_fraction(double precision, double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.beta_fraction(double precision, double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
