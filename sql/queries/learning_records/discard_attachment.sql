-- Gives up content that did not come in whole, or that was there already.
-- $1 its key.
DELETE FROM lrs.attachment
WHERE attachment_key = $1::bigint AND sha256 IS NULL;
