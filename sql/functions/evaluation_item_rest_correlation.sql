-- The aggregate and the functions that it is made of; these come first.

CREATE OR REPLACE FUNCTION evaluation.accumulate_item_rest(sums numeric[], item numeric, total numeric)
    RETURNS numeric[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT evaluation.accumulate_pair(sums, item, total - item)
$$;

COMMENT ON FUNCTION evaluation.accumulate_item_rest(numeric[], numeric, numeric) IS
    'Adds a person to the sums of evaluation.item_rest_correlation.';

REVOKE EXECUTE ON FUNCTION evaluation.accumulate_item_rest(numeric[], numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.accumulate_item_rest(numeric[], numeric, numeric)
    TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE FUNCTION evaluation.finish_correlation(sums numeric[]) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT LEAST(GREATEST(
        (sums[1] * sums[7] - sums[3] * sums[5])::double precision
            / sqrt((sums[1] * sums[4] - sums[3] * sums[3])::double precision)
            / sqrt((sums[1] * sums[6] - sums[5] * sums[5])::double precision),
        -1
    ), 1)
    WHERE sums[1] * sums[4] > sums[3] * sums[3] AND sums[1] * sums[6] > sums[5] * sums[5]
$$;

COMMENT ON FUNCTION evaluation.finish_correlation(numeric[]) IS
    'Gives Pearson''s correlation from the sums of evaluation.accumulate_pair; null when either side does not '
    'vary.';

REVOKE EXECUTE ON FUNCTION evaluation.finish_correlation(numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.finish_correlation(numeric[])
    TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE OR REPLACE AGGREGATE evaluation.item_rest_correlation(item numeric, total numeric) (
    SFUNC = evaluation.accumulate_item_rest,
    STYPE = numeric[],
    INITCOND = '{0,0,0,0,0,0,0}',
    FINALFUNC = evaluation.finish_correlation,
    COMBINEFUNC = evaluation.add_sums,
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE evaluation.item_rest_correlation(numeric, numeric) IS
    'Discrimination of an item: Pearson''s correlation of the item''s score with the total of the other items, '
    'total - item, over people; for an item scored 0 or 1 the point-biserial correlation. From 0.40 it is called '
    'very good, from 0.30 good, from 0.20 fair; under 0 look at the key. Null when either does not vary. '
    'Precision: relative 1e-14.';

REVOKE EXECUTE ON FUNCTION evaluation.item_rest_correlation(numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.item_rest_correlation(numeric, numeric)
    TO tessera_evaluator, tessera_reporting, tessera_service;
