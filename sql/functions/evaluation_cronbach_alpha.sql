-- The aggregate and the functions that it is made of; these come first.

CREATE OR REPLACE FUNCTION evaluation.accumulate_scores(sums numeric[], scores numeric[]) RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    items integer := cardinality(scores);
    total numeric;
BEGIN
    IF scores IS NULL THEN
        RETURN sums;
    END IF;
    IF sums = '{}' THEN
        sums := array_fill(0::numeric, ARRAY[3 + 2 * items]);
    END IF;
    -- Complete cases only, and all of as many items as the first.
    IF (array_position(scores, NULL) IS NULL AND cardinality(sums) = 3 + 2 * items) IS NOT TRUE THEN
        RETURN sums;
    END IF;
    SELECT sum(round(score, 20)), array_agg(round(score, 20) ORDER BY place) INTO total, scores
    FROM unnest(scores) WITH ORDINALITY AS listed (score, place)
    HAVING max(abs(score)) <= 1e50;
    IF NOT FOUND THEN
        RETURN sums;
    END IF;
    sums[1] := sums[1] + 1;
    sums[2] := sums[2] + total;
    sums[3] := sums[3] + total * total;
    FOR item IN 1 .. items LOOP
        sums[2 + 2 * item] := sums[2 + 2 * item] + scores[item];
        sums[3 + 2 * item] := sums[3 + 2 * item] + scores[item] * scores[item];
    END LOOP;
    RETURN sums;
END
$$;

COMMENT ON FUNCTION evaluation.accumulate_scores(numeric[], numeric[]) IS
    'Adds a person''s scores to the sums of evaluation.cronbach_alpha: n, total, total^2, then score and score^2 '
    'of each item; exact, as in evaluation.accumulate_pair.';

REVOKE EXECUTE ON FUNCTION evaluation.accumulate_scores(numeric[], numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.accumulate_scores(numeric[], numeric[])
    TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE FUNCTION evaluation.finish_alpha(sums numeric[]) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    -- Variances times n(n - 1), which cancels.
    SELECT (
        items::numeric / (items - 1) * (1 - of_items / NULLIF(sums[1] * sums[3] - sums[2] * sums[2], 0))
    )::double precision
    FROM (
        SELECT
            (cardinality(sums) - 3) / 2 AS items,
            (
                SELECT sum(sums[1] * sums[2 * item + 3] - sums[2 * item + 2] * sums[2 * item + 2])
                FROM generate_series(1, (cardinality(sums) - 3) / 2) AS item
            ) AS of_items
    ) AS computed
    WHERE items >= 2
$$;

COMMENT ON FUNCTION evaluation.finish_alpha(numeric[]) IS
    'Gives evaluation.cronbach_alpha from its sums.';

REVOKE EXECUTE ON FUNCTION evaluation.finish_alpha(numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.finish_alpha(numeric[]) TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE AGGREGATE evaluation.cronbach_alpha(scores numeric[]) (
    SFUNC = evaluation.accumulate_scores,
    STYPE = numeric[],
    INITCOND = '{}',
    FINALFUNC = evaluation.finish_alpha,
    COMBINEFUNC = evaluation.add_sums,
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE evaluation.cronbach_alpha(numeric[]) IS
    'Cronbach''s alpha, one row a person with the scores of the k items, reversed ones turned round: k/(k - 1) (1 '
    '- sum of the items'' variances / variance of the totals). For items scored 0 or 1 it is Kuder and '
    'Richardson''s formula 20. Rows with a null, or with another number of items than the first, do not count. '
    'Null under two items or people, or when the totals do not vary. Caveats: wide under 30 people; says nothing '
    'of one dimension. Precision: relative 1e-14.';

REVOKE EXECUTE ON FUNCTION evaluation.cronbach_alpha(numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.cronbach_alpha(numeric[])
    TO tessera_evaluator, tessera_reporting, tessera_service;
