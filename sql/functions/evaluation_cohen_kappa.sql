-- A function of two lists for the same reason as evaluation.spearman.
CREATE OR REPLACE FUNCTION evaluation.cohen_kappa(one_rater text[], other_rater text[]) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    -- (po - pe) / (1 - pe), times n^2, in whole numbers.
    WITH pair AS (
        SELECT one, other
        FROM unnest(one_rater, other_rater) AS rated (one, other)
        WHERE one IS NOT NULL AND other IS NOT NULL
    ),
    chance AS (
        SELECT sum(by_one * by_other) AS expected
        FROM (SELECT one AS category, count(*) AS by_one FROM pair GROUP BY one) AS first_rater
        JOIN (SELECT other AS category, count(*) AS by_other FROM pair GROUP BY other) AS second_rater USING (category)
    )
    SELECT ((n * agreed - COALESCE(expected, 0)) / NULLIF(n * n - COALESCE(expected, 0), 0))::double precision
    FROM chance
    CROSS JOIN (
        SELECT count(*)::numeric AS n, count(*) FILTER (WHERE one = other) AS agreed FROM pair
    ) AS observed
$$;

COMMENT ON FUNCTION evaluation.cohen_kappa(text[], text[]) IS
    'Cohen''s kappa, unweighted, how far two raters agree beyond chance: evaluation.cohen_kappa(array_agg(one::text), '
    'array_agg(other::text)), one row a rated thing; rows with a null do not count. Formula: (po - pe) / (1 - pe), po '
    'the share of equal ratings, pe the share to be expected from how often each rater gives each rating. Null without '
    'rows, and when both always give the same one. Source: J. Cohen, Educational and Psychological Measurement 20 '
    '(1960). Precision: 1e-15.';

REVOKE EXECUTE ON FUNCTION evaluation.cohen_kappa(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.cohen_kappa(text[], text[])
    TO tessera_evaluator, tessera_reporting, tessera_service;
