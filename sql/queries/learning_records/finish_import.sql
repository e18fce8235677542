-- Ends an import, and records it in the audit log.
-- $1 the import, or null where none was noted; $2 who; $3 what was imported; $4 the outcome as JSON.
WITH ended AS (
    UPDATE lrs.statement_import SET finished_at = now(), moved_at = now()
    WHERE import_id = $1::uuid
)
INSERT INTO ops.audit_event (actor, action, subject, detail)
VALUES ($2::text, 'statements.import', $3::text, $4::json::jsonb);
