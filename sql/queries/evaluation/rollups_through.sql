-- Through when the rows that the views stand on are complete, as text, empty while they are made anew; and whether that is
-- this moment or later.
-- $1 a moment, as text.
SELECT
    COALESCE(to_char(through AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''),
    COALESCE(through >= $1::text::timestamptz, false)
FROM analysis.progress;
