-- Waits for decisions about a document, and lets none begin before the transaction ends.
-- $1 CASE identifier of the document, which need not be there yet.
SELECT d.document_key FROM framework.document AS d WHERE d.identifier = $1::uuid FOR NO KEY UPDATE;
