-- The statements of a request in quarantine, in their order.
-- $1 the request.
SELECT received, violations
FROM lrs.quarantined_statement
WHERE quarantine_id = $1::uuid
ORDER BY position;
