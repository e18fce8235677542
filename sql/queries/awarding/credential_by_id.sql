-- A credential as it was signed, and whether it stands.
-- $1 its id.
SELECT
    c.jwt, c.secured, c.issued_at, coalesce(r.revoked_at, a.withdrawn_at) AS revoked_at,
    coalesce(r.reason, a.withdrawal_reason) AS reason
FROM credential.credential AS c
JOIN credential.award AS a ON a.award_key = c.award_key
LEFT JOIN credential.revocation AS r ON r.credential_id = c.credential_id
WHERE c.credential_id = $1::uuid;
