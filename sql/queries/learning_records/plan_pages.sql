-- Has the next statements of this transaction read in the order of an index and stop after a page, whatever PostgreSQL
-- believes of the tables' sizes: what is sorted, hashed or scanned as a whole costs the more the larger the store.
-- Then one plan fits all values, and need not be made again for each page.
SELECT
    set_config('enable_seqscan', 'off', true),
    set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', 'off', true),
    set_config('enable_hashagg', 'off', true),
    set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true),
    set_config('enable_material', 'off', true),
    set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_generic_plan', true);
