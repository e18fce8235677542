-- Sets from how many people on numbers are shown.
-- $1 within a partner, null to leave it; $2 published, null to leave it; $3 who sets them.
SELECT publication.set_thresholds($1::integer, $2::integer, $3::text);
