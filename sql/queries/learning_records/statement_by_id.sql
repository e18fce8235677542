-- One statement as it is served: the bytes received and what the store adds to them.
-- $1 its id; $2 whether a voided one is asked for.
SELECT
    s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
    CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END AS added_timestamp,
    a.document AS authority,
    s.version, s.version_sent
FROM lrs.statement AS s
JOIN lrs.authority AS a ON a.authority_key = s.authority_key
WHERE s.statement_id = $1::uuid
    AND s.voided = $2::bool;
