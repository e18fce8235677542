-- Tells others that this transaction is about to store statements.
--
-- What follows must find its few rows by indexes even while PostgreSQL believes that the tables are small: its plans
-- outlive that belief. One plan fits batches of any size, and need not be made again for each.
-- $1 whether some of them refer to others.
SELECT
    lrs.announce_storing($1::bool),
    set_config('enable_seqscan', 'off', true),
    set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_generic_plan', true);
