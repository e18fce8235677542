CREATE OR REPLACE FUNCTION evaluation.mcnemar_p(lost bigint, won bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN LEAST(lost, won) < 0 OR lost + won = 0 THEN NULL
        ELSE LEAST(2 * evaluation.binomial_cdf(LEAST(lost, won), lost + won, 0.5), 1)
    END
$$;

COMMENT ON FUNCTION evaluation.mcnemar_p(bigint, bigint) IS
    'Exact two-sided p value of McNemar''s test: of people whose answers changed, lost went from right to wrong '
    'and won from wrong to right. Formula: min(1, 2 sum over k <= min(b, c) of C(b + c, k) / 2^(b + c)). Null '
    'when nobody changed, which tells nothing. Precision: relative 1e-12. Of many items, adjust: '
    'evaluation.holm.';

REVOKE EXECUTE ON FUNCTION evaluation.mcnemar_p(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.mcnemar_p(bigint, bigint) TO tessera_evaluator, tessera_reporting, tessera_service;
