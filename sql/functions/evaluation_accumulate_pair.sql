CREATE OR REPLACE FUNCTION evaluation.accumulate_pair(sums numeric[], x numeric, y numeric) RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
    -- NaN is greater than every number.
    IF (abs(x) <= 1e50 AND abs(y) <= 1e50) IS NOT TRUE THEN
        RETURN ARRAY[sums[1], sums[2] + 1] || sums[3:];
    END IF;
    x := round(x, 20);
    y := round(y, 20);
    RETURN ARRAY[
        sums[1] + 1, sums[2], sums[3] + x, sums[4] + x * x, sums[5] + y, sums[6] + y * y, sums[7] + x * y
    ] || sums[8:];
END
$$;

COMMENT ON FUNCTION evaluation.accumulate_pair(numeric[], numeric, numeric) IS
    'Adds a row to the sums that the aggregates over pairs stand on: n, rows without a pair, x, x^2, y, y^2, xy; what '
    'follows them is kept. Decimal numbers, so that the sums are exact and n sum(x^2) - sum(x)^2 cancels nothing: '
    'scores that are all equal have variance 0, not 1e-17. Numbers beyond 1e50 count as missing, and of others 20 '
    'digits after the point are taken: so whatever a platform sends, no result leaves the range of double precision.';

REVOKE EXECUTE ON FUNCTION evaluation.accumulate_pair(numeric[], numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.accumulate_pair(numeric[], numeric, numeric)
    TO tessera_evaluator, tessera_reporting, tessera_service;
