-- Brings the rows that the views stand on further by one piece. Returns how many statements were new, how much else there
-- was to do, and whether ingest comes first for now, as of the moment before the piece.
-- $1 how many statements, and entries of the outbox, at most.
SELECT statements, others, analysis.gives_way() FROM analysis.refresh($1::int);
