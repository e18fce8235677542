-- That the values are right is told by Tests/System/python/compare_statistics.py. Here: that parallel workers, each
-- with a part of the rows, come to the same, that small cells are hidden, and that the functions are what the planner
-- and evaluators take them for.

CREATE TABLE test.score AS
SELECT n % 7 AS of_group, (n * 37 % 101) / 100.0 AS pre, (n * 53 % 97) / 100.0 AS post
FROM generate_series(1, 20000) AS n;
ANALYZE test.score;

CREATE FUNCTION test.statistics() RETURNS text
    LANGUAGE sql
AS $$
    SELECT string_agg(line, E'\n' ORDER BY line)
    FROM (
        SELECT (
            of_group, evaluation.gain(pre, post, 1), evaluation.item_rest_correlation(pre, pre + post),
            evaluation.cronbach_alpha(ARRAY[pre, post, pre * post])
        )::text AS line
        FROM test.score
        GROUP BY of_group
    ) AS computed
$$;

DO $$
DECLARE
    alone text;
    shared text;
    plan text := '';
    line text;
BEGIN
    SET LOCAL max_parallel_workers_per_gather = 0;
    alone := test.statistics();
    SET LOCAL max_parallel_workers_per_gather = 2;
    SET LOCAL parallel_setup_cost = 0;
    SET LOCAL parallel_tuple_cost = 0;
    SET LOCAL min_parallel_table_scan_size = 0;
    FOR line IN EXPLAIN SELECT of_group, evaluation.gain(pre, post, 1), evaluation.cronbach_alpha(ARRAY[pre, post])
        FROM test.score GROUP BY of_group
    LOOP
        plan := plan || line;
    END LOOP;
    ASSERT plan LIKE '%Partial%Aggregate%' AND plan LIKE '%Workers Planned%', plan;
    shared := test.statistics();
    ASSERT shared = alone, shared || E'\n' || alone;
    ASSERT length(alone) > 1000;
END
$$;

-- Small cells: with a second one where subtraction would tell the only one, and until together they are enough.
DO $$
BEGIN
    ASSERT evaluation.hidden_cells('{7,6,9}', 5) = '{f,f,f}';
    ASSERT evaluation.hidden_cells('{7,4,9,8}', 5) = '{t,t,f,f}';
    ASSERT evaluation.hidden_cells('{3,4,9,8}', 5) = '{t,t,f,f}';
    ASSERT evaluation.hidden_cells('{1,1,9,8}', 5) = '{t,t,f,t}';
    ASSERT evaluation.hidden_cells('{0,4,0,9}', 5) = '{f,t,f,t}';
    ASSERT evaluation.hidden_cells('{4}', 5) = '{t}' AND evaluation.hidden_cells('{0}', 5) = '{f}';
    ASSERT evaluation.hidden_cells('{5,5,4}', 5) = '{t,f,t}';
    ASSERT evaluation.hidden_cells('{12,NULL,4}', 5) = '{t,f,t}';
    ASSERT evaluation.hidden_cells('{}', 5) IS NULL;
END
$$;

-- The same from the same arguments, in any worker; and an evaluator may call each.
DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(p.oid::regprocedure::text, ', ') INTO found
    FROM pg_proc AS p
    WHERE p.pronamespace = 'evaluation'::regnamespace AND p.proname <> 'threshold'
        AND NOT (
            p.provolatile = 'i' AND p.proparallel = 's' AND NOT p.prosecdef
            AND has_function_privilege('tessera_test_riga', p.oid, 'EXECUTE')
            AND NOT has_function_privilege('public', p.oid, 'EXECUTE')
        );
    ASSERT found IS NULL, 'not immutable, not parallel safe, or with wrong rights: ' || found;
END
$$;
