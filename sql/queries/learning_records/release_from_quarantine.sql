-- Takes a request out of quarantine, and records why in the audit log.
-- $1 the request; $2 only if it is of this key, or null; $3 who; $4 what was done: quarantine.resubmit or
-- quarantine.discard; $5 particulars as JSON. Gives the id, or no row where there is none.
WITH gone AS (
    DELETE FROM lrs.quarantine
    WHERE quarantine_id = $1::uuid AND ($2::uuid IS NULL OR key_id = $2::uuid)
    RETURNING quarantine_id
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT $3::text, $4::text, gone.quarantine_id::text, $5::json::jsonb
    FROM gone
)
SELECT quarantine_id FROM gone;
