CREATE OR REPLACE FUNCTION evaluation.student_t_cdf(t double precision, df double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE WHEN t > 0 THEN 1 - evaluation.student_t_upper(t, df) ELSE evaluation.student_t_upper(-t, df) END
$$;

COMMENT ON FUNCTION evaluation.student_t_cdf(double precision, double precision) IS
    'Distribution function of Student''s t with df degrees of freedom. Source and range: '
    'evaluation.student_t_upper. Precision: relative 1e-12 for t <= 0, absolute 1e-15 otherwise.';

REVOKE EXECUTE ON FUNCTION evaluation.student_t_cdf(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.student_t_cdf(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
