CREATE OR REPLACE FUNCTION evaluation.student_t_p(t double precision, df double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT 2 * evaluation.student_t_upper(abs(t), df)
$$;

COMMENT ON FUNCTION evaluation.student_t_p(double precision, double precision) IS
    'Two-sided p value of Student''s t: the probability of a t at least as far from 0. Source, range and '
    'precision: evaluation.student_t_upper. Print values under 0.0001 as such.';

REVOKE EXECUTE ON FUNCTION evaluation.student_t_p(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.student_t_p(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
