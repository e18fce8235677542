-- Begins to take in the content of an attachment with its first piece.
-- $1 the piece's bytes. Answers with the key of the content.
WITH begun AS (
    INSERT INTO lrs.attachment DEFAULT VALUES
    RETURNING attachment_key
)
INSERT INTO lrs.attachment_chunk (attachment_key, position, data)
SELECT attachment_key, 0, $1::bytea FROM begun
RETURNING attachment_key;
