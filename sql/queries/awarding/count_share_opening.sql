-- Counts that a link showed its credential, and on which day.
-- $1 key of the link.
UPDATE credential.share_link AS s
SET openings = s.openings + 1, last_opened_on = current_date
WHERE s.share_link_key = $1::bigint;
