CREATE OR REPLACE FUNCTION evaluation.holm(p_values double precision[]) RETURNS double precision[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT array_agg(CASE WHEN p IS NOT NULL THEN adjusted END ORDER BY place)
    FROM (
        SELECT place, p, max(LEAST((tests - before) * p, 1)) OVER (ORDER BY p, place) AS adjusted
        FROM (
            SELECT place, p, count(p) OVER () AS tests, row_number() OVER (ORDER BY p, place) - 1 AS before
            FROM (
                SELECT place, CASE WHEN value BETWEEN 0 AND 1 THEN value END AS p
                FROM unnest(p_values) WITH ORDINALITY AS listed (value, place)
            ) AS given
        ) AS ranked
    ) AS stepped
$$;

COMMENT ON FUNCTION evaluation.holm(double precision[]) IS
    'Holm''s adjustment of the p values of one family, in the order given: of m values, the i-th smallest becomes '
    'the largest of min(1, (m - j + 1) p_j) over j <= i. Nulls, and what is no probability, stay null and do not '
    'count in m. Over rows: (evaluation.holm(array_agg(p) OVER (PARTITION BY family)))[row_number() OVER '
    '(PARTITION BY family)]. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979). Precision: 1e-15.';

REVOKE EXECUTE ON FUNCTION evaluation.holm(double precision[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.holm(double precision[]) TO tessera_evaluator, tessera_reporting, tessera_service;
