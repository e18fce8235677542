-- A piece of an attachment's content.
-- $1 key of the content; $2 the piece's place, from 0.
SELECT data FROM lrs.attachment_chunk WHERE attachment_key = $1::bigint AND position = $2::int;
