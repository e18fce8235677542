-- Takes in a piece of an attachment's content; whoever is still sending it is not a leftover.
-- $1 key of the content; $2 the piece's place, from 0; $3 its bytes.
WITH touched AS (
    UPDATE lrs.attachment SET staged_at = clock_timestamp()
    WHERE attachment_key = $1::bigint AND sha256 IS NULL
    RETURNING attachment_key
)
INSERT INTO lrs.attachment_chunk (attachment_key, position, data)
SELECT attachment_key, $2::int, $3::bytea FROM touched;
