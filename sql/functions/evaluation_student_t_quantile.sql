CREATE OR REPLACE FUNCTION evaluation.student_t_quantile(p double precision, df double precision)
    RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    tail double precision := LEAST(p, 1 - p);
    t double precision;
    upper_tail double precision;
    ln_density double precision;
    step double precision;
BEGIN
    IF tail < 1e-290 OR p = 'NaN' OR df < 0.1 OR df = 'NaN' THEN
        RETURN NULL;
    ELSIF tail = 0.5 THEN
        RETURN 0;
    ELSIF df > 1e15 THEN
        RETURN evaluation.normal_quantile(p);
    END IF;
    t := -evaluation.normal_quantile(tail);
    -- Newton's method squares the error of each step: after one under 1e-9 there is only rounding.
    FOR iteration IN 1 .. 500 LOOP
        upper_tail := evaluation.student_t_upper(t, df);
        IF upper_tail = 0 THEN
            t := t * 0.9;
            CONTINUE;
        END IF;
        ln_density := -evaluation.ln_beta(0.5, df / 2) - ln(df) / 2
            - (df + 1) / 2 * evaluation.ln_one_plus(t * t / df);
        IF tail > 0.25 THEN
            step := (upper_tail - tail) / exp(ln_density);
            t := GREATEST(t + step, t / 2);
            EXIT WHEN abs(step) <= 1e-9 * t;
        ELSE
            -- Far out the logarithm of the tail is almost a line over the logarithm of t. A step is at most e-fold:
            -- from the left it leads beyond the solution, from there back without passing it.
            step := LEAST(ln(upper_tail / tail) / exp(ln_density + ln(t) - ln(upper_tail)), 1);
            t := t * exp(step);
            EXIT WHEN abs(step) <= 1e-9;
        END IF;
        IF t > 1e140 THEN
            RETURN NULL;
        END IF;
    END LOOP;
    RETURN CASE WHEN p < 0.5 THEN -t ELSE t END;
END
$$;

COMMENT ON FUNCTION evaluation.student_t_quantile(double precision, double precision) IS
    'The t under which Student''s t with df degrees of freedom stays with probability p; '
    'student_t_quantile(0.975, 9) = 2.262157. By Newton''s method on evaluation.student_t_upper. Range: p and 1 - '
    'p from 1e-290, df real, from 0.1, solutions up to 1e140, otherwise null. Precision: relative 1e-12, for p '
    'close to 1 as far as 1 - p is exact.';

REVOKE EXECUTE ON FUNCTION evaluation.student_t_quantile(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.student_t_quantile(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
