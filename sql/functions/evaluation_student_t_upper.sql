CREATE OR REPLACE FUNCTION evaluation.student_t_upper(t double precision, df double precision)
    RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    -- Squares beyond these would be errors of PostgreSQL.
    size double precision := CASE WHEN abs(t) < 1e-150 THEN 0 ELSE LEAST(abs(t), 1e150) END;
    a double precision;
    b double precision;
    y double precision;
    tail double precision;
BEGIN
    IF t = 'NaN' OR df < 0.1 OR df = 'NaN' THEN
        RETURN NULL;
    ELSIF df > 1e15 THEN
        tail := evaluation.normal_cdf(-size);
    ELSIF df > 10000 THEN
        a := df - 0.5;
        b := 48 * a * a;
        y := a * evaluation.ln_one_plus(size * size / df);
        tail := evaluation.normal_cdf(
            -((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3 + b) / b * sqrt(y)
        );
    ELSE
        tail := evaluation.incomplete_beta(
            df / (df + size * size), df / 2, 0.5, size * size / (df + size * size)
        ) / 2;
    END IF;
    RETURN CASE WHEN t < 0 THEN 1 - tail ELSE tail END;
END
$$;

COMMENT ON FUNCTION evaluation.student_t_upper(double precision, double precision) IS
    'Probability that Student''s t with df degrees of freedom exceeds t. Formula: I_x(df / 2, 1/2) / 2 with x = '
    'df / (df + t^2) for t >= 0; above 10,000 degrees of freedom the normal distribution after the '
    'transformation of G. W. Hill, algorithm 395, CACM 13 (1970). Range: df real, from 0.1, otherwise null. '
    'Precision: relative 1e-12 for t >= 0.';

REVOKE EXECUTE ON FUNCTION evaluation.student_t_upper(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.student_t_upper(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
