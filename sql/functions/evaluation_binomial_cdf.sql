CREATE OR REPLACE FUNCTION evaluation.binomial_cdf(successes bigint, n bigint, probability double precision)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN n < 0 OR NOT probability BETWEEN 0 AND 1 THEN NULL
        WHEN successes < 0 THEN 0
        WHEN successes >= n THEN 1
        ELSE evaluation.incomplete_beta(1 - probability, n - successes, successes + 1, probability)
    END
$$;

COMMENT ON FUNCTION evaluation.binomial_cdf(bigint, bigint, double precision) IS
    'Probability of at most so many successes in n trials. Formula: I_(1-p)(n - k, k + 1). Range: n from 0 to '
    '1e8, probability from 0 to 1, otherwise null. Precision: relative 1e-12 where it is the smaller tail, else '
    'absolute 1e-15.';

REVOKE EXECUTE ON FUNCTION evaluation.binomial_cdf(bigint, bigint, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.binomial_cdf(bigint, bigint, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
