-- Of statements on their way in, those whose ids are stored already, and whether they say the same as what is stored.
-- $1 ids; $2 fingerprints; $3 the timestamps that were sent, null where there was none.
SELECT
    i.statement_id,
    -- As insert_statements.sql has it.
    s.fingerprint = i.fingerprint
        AND (NOT s.timestamp_sent OR i.happened IS NULL OR s."timestamp" = i.happened) AS same
FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS i (statement_id, fingerprint, happened)
JOIN lrs.statement AS s ON s.statement_id = i.statement_id;
