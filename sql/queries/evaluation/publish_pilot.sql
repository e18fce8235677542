-- Publishes a pilot, once and for all.
-- $1 its code; $2 who publishes it.
SELECT publication.publish_pilot($1::text, $2::text);
