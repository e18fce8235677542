-- A credential as it was signed, and whether its award stands.
-- $1 its id.
SELECT c.jwt, c.document, c.issued_at, a.withdrawn_at, a.withdrawal_reason
FROM credential.credential AS c
JOIN credential.award AS a ON a.award_key = c.award_key
WHERE c.credential_id = $1::uuid;
