-- Begins the import of a file, or goes on with one of the same bytes that broke off.
-- $1 SHA-256 of the file; $2 its name; $3 whether to begin from the first line in any case.
INSERT INTO lrs.statement_import AS i (digest, source)
VALUES ($1::bytea, $2::text)
ON CONFLICT (digest) WHERE finished_at IS NULL DO UPDATE SET
    source = excluded.source,
    moved_at = now(),
    lines = CASE WHEN $3::bool THEN 0 ELSE i.lines END,
    stored = CASE WHEN $3::bool THEN 0 ELSE i.stored END,
    already_stored = CASE WHEN $3::bool THEN 0 ELSE i.already_stored END,
    conflicts = CASE WHEN $3::bool THEN 0 ELSE i.conflicts END,
    refused = CASE WHEN $3::bool THEN 0 ELSE i.refused END
RETURNING import_id, lines, stored, already_stored, conflicts, refused;
