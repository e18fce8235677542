-- Waits for decisions about a document, and lets none begin before the transaction ends. Tells whether the document has
-- changed after a time; times that packages tell have seconds at best.
-- $1 CASE identifier of the document, which need not be there yet; $2 the time, RFC 3339.
SELECT date_trunc('second', d.last_change) > date_trunc('second', $2::text::timestamptz)
FROM framework.document AS d
WHERE d.identifier = $1::uuid
FOR NO KEY UPDATE;
