-- Brings the rows that the views stand on further by one piece. Returns how many statements were new, how much else there
-- was to do, and whether ingest comes first for now: while 500 statements and more come in a second, and the rows are no
-- more than five minutes behind. Both are of the moment before the piece.
-- $1 how many statements, and entries of the outbox, at most.
SELECT
    step.statements, step.others,
    (
        SELECT count(*)
        FROM (
            SELECT
            FROM lrs.statement
            WHERE statement.statement_key >= lrs.first_key_at(clock_timestamp() - interval '1 second')
            LIMIT 500
        ) AS latest
    ) = 500
    AND EXISTS (
        SELECT
        FROM analysis.progress
        WHERE progress.statement_key >= lrs.first_key_at(clock_timestamp() - interval '5 minutes')
    )
FROM analysis.refresh($1::int) AS step;
