-- What a credential that stands says, to be signed with the holder's name in it; no row when it is revoked, or there is
-- none.
-- $1 its id.
SELECT c.document, c.secured IS NOT NULL AS has_proof, c.issued_at
FROM credential.credential AS c
JOIN credential.award AS a ON a.award_key = c.award_key
WHERE c.credential_id = $1::uuid AND a.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM credential.revocation AS r WHERE r.credential_id = c.credential_id);
