CREATE OR REPLACE FUNCTION evaluation.binomial_p(
    successes bigint, n bigint, probability double precision DEFAULT 0.5
) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    -- Numbers as improbable as the one found are counted in, although rounding may tell them apart.
    SELECT CASE
        WHEN n < 1 OR n > 100000 OR NOT successes BETWEEN 0 AND n OR NOT probability BETWEEN 0 AND 1 THEN NULL
        WHEN probability IN (0, 1) THEN (successes = n * probability)::integer
        ELSE (
            SELECT LEAST(sum(CASE WHEN outcome.ln_mass > -690 THEN exp(outcome.ln_mass) ELSE 0 END), 1)
            FROM (
                SELECT
                    mass.ln_mass,
                    max(mass.ln_mass) FILTER (WHERE mass.k = successes) OVER () AS ln_found
                FROM (
                    SELECT
                        k,
                        k * ln(probability) + (n - k) * evaluation.ln_one_plus(-probability)
                            - evaluation.ln_beta(k + 1, n - k + 1) - ln(n + 1) AS ln_mass
                    FROM generate_series(0, n) AS k
                ) AS mass
            ) AS outcome
            WHERE outcome.ln_mass <= outcome.ln_found + 1e-7
        )
    END
$$;

COMMENT ON FUNCTION evaluation.binomial_p(bigint, bigint, double precision) IS
    'Two-sided exact p value of a binomial test: the probability of all numbers of successes in n trials that '
    'are no more probable than the one found. Source: the method of small p values, as R''s binom.test. Range: n '
    'from 1 to 100,000, probability from 0 to 1, otherwise null. Precision: relative 1e-11.';

REVOKE EXECUTE ON FUNCTION evaluation.binomial_p(bigint, bigint, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.binomial_p(bigint, bigint, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
