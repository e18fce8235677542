-- The data of attachments that came with a request in quarantine.
-- $1 the request.
SELECT q.attachment_key, q.sha2, a.length
FROM lrs.quarantined_attachment AS q
JOIN lrs.attachment AS a ON a.attachment_key = q.attachment_key
WHERE q.quarantine_id = $1::uuid
ORDER BY q.sha2;
