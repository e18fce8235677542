-- The aggregate and the functions that it is made of; these come first.

CREATE OR REPLACE FUNCTION evaluation.accumulate_effect(
    listed double precision[], effect double precision, standard_error double precision
) RETURNS double precision[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
    -- Without an error, or with none, there is no weight. NaN is greater than every number.
    IF (abs(effect) <= 1e50 AND standard_error BETWEEN 1e-50 AND 1e50) IS NOT TRUE THEN
        effect := NULL;
        standard_error := NULL;
    END IF;
    listed := array_append(listed, effect);
    listed := array_append(listed, standard_error);
    RETURN listed;
END
$$;

COMMENT ON FUNCTION evaluation.accumulate_effect(double precision[], double precision, double precision) IS
    'Appends a row to the list of evaluation.random_effects; one that is not complete as two nulls. Meant for the tens '
    'of rows that pilots are: a list is copied with each row.';

REVOKE EXECUTE ON FUNCTION evaluation.accumulate_effect FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.accumulate_effect TO tessera_evaluator, tessera_reporting, tessera_service;

-- Weights are of comparable size, so double precision does; the squares in Q are taken of differences from the mean.
CREATE OR REPLACE FUNCTION evaluation.finish_random_effects(listed double precision[])
    RETURNS evaluation.pooled_estimate
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    found evaluation.pooled_estimate;
    effects double precision[];
    variances double precision[];
    weight double precision;
    squared_weight double precision;
    factor double precision;
BEGIN
    SELECT array_agg(listed[2 * place - 1] ORDER BY place), array_agg(listed[2 * place] ^ 2 ORDER BY place)
    INTO effects, variances
    FROM generate_series(1, cardinality(listed) / 2) AS place
    WHERE listed[2 * place] IS NOT NULL;
    found.n := COALESCE(cardinality(effects), 0);
    found.n_missing := cardinality(listed) / 2 - found.n;
    IF found.n = 0 THEN
        RETURN found;
    END IF;

    SELECT sum(1 / variance), sum(1 / variance / variance), sum(effect / variance) / sum(1 / variance)
    INTO weight, squared_weight, found.fixed_mean
    FROM unnest(effects, variances) AS given (effect, variance);
    IF found.n > 1 THEN
        found.q_df := found.n - 1;
        found.q := (
            SELECT sum((effect - found.fixed_mean) ^ 2 / variance)
            FROM unnest(effects, variances) AS given (effect, variance)
        );
        found.q_p := evaluation.chi_square_p(found.q, found.q_df);
        -- Null where one effect outweighs the others so far that nothing is left of these.
        found.tau_squared := (found.q - found.q_df) / NULLIF(weight - squared_weight / weight, 0);
        found.tau_squared := CASE WHEN found.tau_squared < 0 THEN 0 ELSE found.tau_squared END;
        found.i_squared := CASE WHEN found.q > 0 THEN GREATEST((found.q - found.q_df) / found.q, 0) ELSE 0 END;
    END IF;

    SELECT
        sum(effect / (variance + between_them)) / sum(1 / (variance + between_them)),
        1 / sqrt(sum(1 / (variance + between_them)))
    INTO found.mean, found.se
    FROM unnest(effects, variances) AS given (effect, variance)
    CROSS JOIN (SELECT COALESCE(found.tau_squared, 0) AS between_them) AS estimated;
    factor := evaluation.normal_quantile(0.975);
    found.low := found.mean - factor * found.se;
    found.high := found.mean + factor * found.se;
    found.z := found.mean / found.se;
    found.p := 2 * evaluation.normal_cdf(-abs(found.z));
    IF found.n > 2 THEN
        factor := evaluation.student_t_quantile(0.975, found.n - 2) * sqrt(found.tau_squared + found.se ^ 2);
        found.prediction_low := found.mean - factor;
        found.prediction_high := found.mean + factor;
    END IF;
    RETURN found;
END
$$;

COMMENT ON FUNCTION evaluation.finish_random_effects(double precision[]) IS
    'Gives what evaluation.random_effects finds, from the list of effects and standard errors.';

REVOKE EXECUTE ON FUNCTION evaluation.finish_random_effects(double precision[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.finish_random_effects(double precision[])
    TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE AGGREGATE evaluation.random_effects(effect double precision, standard_error double precision) (
    SFUNC = evaluation.accumulate_effect,
    STYPE = double precision[],
    INITCOND = '{}',
    FINALFUNC = evaluation.finish_random_effects,
    COMBINEFUNC = array_cat,
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE evaluation.random_effects(double precision, double precision) IS
    'Pools the effects of several pilots that need not be the same, one row a pilot: SELECT '
    '(evaluation.random_effects(g_av, g_av_se)).* gives the mean effect with its interval, Q, tau^2 after '
    'DerSimonian and Laird, I^2 and the prediction interval; see the type evaluation.pooled_estimate. Rows '
    'without effect or standard error do not count. Of use from three pilots; never a league table. Precision: '
    'relative 1e-12.';

REVOKE EXECUTE ON FUNCTION evaluation.random_effects(double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.random_effects(double precision, double precision)
    TO tessera_evaluator, tessera_reporting, tessera_service;
