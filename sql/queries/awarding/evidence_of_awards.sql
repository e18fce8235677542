-- The statements that awards rest on and that stand, as they are served.
-- $1 award keys.
SELECT
    e.award_key,
    COALESCE(
        (SELECT known.kind FROM credential.evidence AS known WHERE known.statement_key = e.statement_key LIMIT 1),
        w.method
    )::text AS method,
    s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
    CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END AS added_timestamp,
    a.document AS authority,
    s.version, s.version_sent
FROM credential.award_evidence AS e
JOIN credential.award AS w ON w.award_key = e.award_key
JOIN lrs.statement AS s ON s.statement_key = e.statement_key
JOIN lrs.authority AS a ON a.authority_key = s.authority_key
WHERE e.award_key = ANY ($1::bigint[])
    AND NOT s.voided
ORDER BY e.award_key, s.statement_key;
