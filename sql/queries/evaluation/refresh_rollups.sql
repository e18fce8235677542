-- Brings the rows that the views stand on further by one piece. Returns how many statements were new, and how much else
-- there was to do.
-- $1 how many statements, and entries of the outbox, at most.
SELECT statements, others FROM analysis.refresh($1::int);
