-- A function of two lists and not an aggregate: PostgreSQL's own array_agg takes time in proportion to the rows, while
-- an aggregate that collects them in any state that is ours to use takes it in proportion to their square.
CREATE OR REPLACE FUNCTION evaluation.spearman(x_values double precision[], y_values double precision[])
    RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    -- The middle of tied ranks is their first plus half the ties less one; halves and integers are exact.
    SELECT corr(x_rank + (x_ties - 1) / 2.0::float8, y_rank + (y_ties - 1) / 2.0::float8)
    FROM (
        SELECT
            rank() OVER (ORDER BY x) AS x_rank, count(*) OVER (PARTITION BY x) AS x_ties,
            rank() OVER (ORDER BY y) AS y_rank, count(*) OVER (PARTITION BY y) AS y_ties
        FROM unnest(x_values, y_values) AS pair (x, y)
        WHERE x <> 'NaN' AND y <> 'NaN'
    ) AS ranked
$$;

COMMENT ON FUNCTION evaluation.spearman(double precision[], double precision[]) IS
    'Spearman''s rank correlation rho: evaluation.spearman(array_agg(x), array_agg(y)), over the rows with both '
    'values: Pearson''s correlation of the ranks, tied values having the middle of theirs. Null when either does not '
    'vary. Precision: 1e-14.';

REVOKE EXECUTE ON FUNCTION evaluation.spearman(double precision[], double precision[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.spearman(double precision[], double precision[])
    TO tessera_evaluator, tessera_reporting, tessera_service;
