-- Notes how far an import has come. It never goes back, should two import the same file at once.
-- $1 the import; $2 lines; $3 stored; $4 already stored; $5 conflicts; $6 refused.
UPDATE lrs.statement_import
SET lines = $2::bigint, stored = $3::bigint, already_stored = $4::bigint, conflicts = $5::bigint, refused = $6::bigint,
    moved_at = now()
WHERE import_id = $1::uuid
    AND lines <= $2::bigint;
