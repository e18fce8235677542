-- The moment by the database's clock, as text.
SELECT clock_timestamp()::text;
