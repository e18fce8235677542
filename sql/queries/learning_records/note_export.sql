-- Records in the audit log that statements left the store.
-- $1 who; $2 where to; $3 what was asked for, as JSON.
INSERT INTO ops.audit_event (actor, action, subject, detail)
VALUES ($1::text, 'statements.export', $2::text, $3::json::jsonb);
