-- Has the next statements of this transaction read in the order of an index and stop after a page, whatever PostgreSQL
-- believes of the tables' sizes: what is sorted, hashed or scanned as a whole costs the more the larger the store.
SELECT
    set_config('enable_seqscan', 'off', true),
    set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', 'off', true),
    set_config('enable_hashagg', 'off', true),
    set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true),
    set_config('enable_material', 'off', true),
    set_config('jit', 'off', true);
