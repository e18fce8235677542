-- One statement as it is served: the bytes received and what the store adds to them.
-- $1 its id; $2 whether a voided one is asked for; $3 digest of the authority it must have, or null for any.
SELECT
    s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
    CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END AS added_timestamp,
    a.document AS authority,
    s.version, s.version_sent
FROM lrs.statement AS s
JOIN lrs.authority AS a ON a.authority_key = s.authority_key
WHERE s.statement_id = $1::uuid
    AND s.voided = $2::bool
    AND ($3::bytea IS NULL OR a.digest = $3::bytea);
