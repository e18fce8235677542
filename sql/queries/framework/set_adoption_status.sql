-- Gives a version of a framework another adoption status from today on; no row when there is no such version.
-- $1 code; $2 version; $3 Draft, Adopted or Deprecated.
UPDATE framework.document AS d
SET adoption_status = $3::text, status_start_date = current_date, status_end_date = NULL, last_change = now()
WHERE d.code = $1::text AND d.version = $2::text
RETURNING d.identifier;
