-- Prepares a transaction in which a view is read: for whom, for how long, and how times are written (ISO 8601, UTC).
-- $1 code of the partner whose rows are seen, null for the whole scheme; an empty one becomes one that names nobody.
-- $2 for how many milliseconds the server may work on one query.
SELECT
    set_config('tessera.partner', CASE WHEN $1::text = '' THEN '-' ELSE COALESCE($1, '') END, true),
    set_config('statement_timeout', $2::int::text, true),
    set_config('TimeZone', 'UTC', true),
    set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'iso_8601', true),
    set_config('extra_float_digits', '1', true);
