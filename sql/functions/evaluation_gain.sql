-- The aggregate and the functions that it is made of; these come first.

CREATE OR REPLACE FUNCTION evaluation.accumulate_gain(sums numeric[], pre numeric, post numeric, maximum numeric)
    RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    added numeric[] := evaluation.accumulate_pair(sums, pre, post);
    room numeric;
BEGIN
    -- Besides the pairs: pairs with a maximum, the sum of it, people below it, the sum of their shares.
    IF added[1] > sums[1] AND abs(maximum) <= 1e50 THEN
        added[8] := added[8] + 1;
        added[9] := added[9] + round(maximum, 20);
        room := round(maximum - pre, 20);
        IF room > 0 THEN
            added[10] := added[10] + 1;
            added[11] := added[11] + round(post - pre, 20) / room;
        END IF;
    END IF;
    RETURN added;
END
$$;

COMMENT ON FUNCTION evaluation.accumulate_gain(numeric[], numeric, numeric, numeric) IS
    'Adds a row to the sums of evaluation.gain: those of evaluation.accumulate_pair, and four for the normalised '
    'gain.';

REVOKE EXECUTE ON FUNCTION evaluation.accumulate_gain(numeric[], numeric, numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.accumulate_gain(numeric[], numeric, numeric, numeric)
    TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE FUNCTION evaluation.finish_gain(sums numeric[]) RETURNS evaluation.gain_estimate
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    found evaluation.gain_estimate;
    n numeric := sums[1];
    squares_of_pre numeric;
    squares_of_post numeric;
    squares_of_gain double precision;
    products numeric;
    unlike double precision;
    factor double precision;
BEGIN
    found.n := n;
    found.n_missing := sums[2];
    IF n = 0 THEN
        RETURN found;
    END IF;
    found.pre_mean := sums[3] / n;
    found.post_mean := sums[5] / n;
    found.gain_mean := (sums[5] - sums[3]) / n;
    IF sums[8] = n AND sums[9] > sums[3] THEN
        found.normalised_gain := (sums[5] - sums[3]) / (sums[9] - sums[3]);
    END IF;
    found.normalised_n := sums[10];
    found.normalised_gain_of_people := sums[11] / NULLIF(sums[10], 0);
    IF n < 2 THEN
        RETURN found;
    END IF;

    squares_of_pre := n * sums[4] - sums[3] * sums[3];
    squares_of_post := n * sums[6] - sums[5] * sums[5];
    squares_of_gain := n * (sums[4] + sums[6] - 2 * sums[7]) - (sums[5] - sums[3]) * (sums[5] - sums[3]);
    found.pre_sd := sqrt((squares_of_pre / (n * (n - 1)))::double precision);
    found.post_sd := sqrt((squares_of_post / (n * (n - 1)))::double precision);
    found.gain_sd := sqrt(squares_of_gain / (n * (n - 1))::double precision);
    found.gain_se := found.gain_sd / sqrt(n::double precision);
    found.df := n - 1;
    IF squares_of_pre > 0 AND squares_of_post > 0 THEN
        products := n * sums[7] - sums[3] * sums[5];
        factor := sqrt(squares_of_pre::double precision) * sqrt(squares_of_post::double precision);
        found.correlation := LEAST(GREATEST(products / factor, -1), 1);
        -- 1 - r, which subtraction would take from the last digits of r where r is close to 1.
        unlike := CASE
            WHEN products > 0 THEN
                (squares_of_pre * squares_of_post - products * products)::double precision
                    / (factor * (factor + products))
            ELSE 1 - found.correlation
        END;
    END IF;
    IF found.gain_sd > 0 THEN
        found.t := found.gain_mean / found.gain_se;
        found.p := evaluation.student_t_p(found.t, found.df);
        factor := evaluation.student_t_quantile(0.975, found.df);
        found.gain_low := found.gain_mean - factor * found.gain_se;
        found.gain_high := found.gain_mean + factor * found.gain_se;
        found.d_z := found.gain_mean / found.gain_sd;
        found.d_z_se := sqrt((1 + found.d_z * found.d_z / 2) / n::double precision);
        found.d_rm := found.d_z * sqrt(2 * unlike);
    END IF;
    factor := evaluation.hedges_correction(found.df);
    found.d_av := found.gain_mean / NULLIF((found.pre_sd + found.post_sd) / 2, 0);
    found.d_av_se := sqrt((2 * unlike + found.d_av * found.d_av / 2) / n::double precision);
    found.g_av := factor * found.d_av;
    found.g_av_se := factor * found.d_av_se;
    RETURN found;
END
$$;

COMMENT ON FUNCTION evaluation.finish_gain(numeric[]) IS
    'Gives what evaluation.gain finds, from its sums.';

REVOKE EXECUTE ON FUNCTION evaluation.finish_gain(numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.finish_gain(numeric[]) TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE AGGREGATE evaluation.gain(pre numeric, post numeric, maximum numeric) (
    SFUNC = evaluation.accumulate_gain,
    STYPE = numeric[],
    INITCOND = '{0,0,0,0,0,0,0,0,0,0,0}',
    FINALFUNC = evaluation.finish_gain,
    COMBINEFUNC = evaluation.add_sums,
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE evaluation.gain(numeric, numeric, numeric) IS
    'Gain from before to after, one row a person: SELECT (evaluation.gain(pre, post, 1)).* gives n, means, '
    'standard deviations, the mean gain with its 95 % confidence interval, paired t, d_z, d_av, d_rm, Hedges'' g '
    'and the normalised gain both ways; see the type evaluation.gain_estimate. maximum is the highest score '
    'possible; it may be null. Who has only one score is missing, not failed. Precision: sums are exact, results '
    'relative 1e-12. Caveat: one group before and after shows change, not its cause.';

REVOKE EXECUTE ON FUNCTION evaluation.gain(numeric, numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.gain(numeric, numeric, numeric)
    TO tessera_evaluator, tessera_reporting, tessera_service;
