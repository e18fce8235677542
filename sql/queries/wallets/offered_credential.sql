-- The credential that a token is for, how many copies of it were issued by the token, and the sealed name that they have
-- in them; no row when the token is not good. The offer is locked, so that copies are counted one request after another.
-- $1 hash of the token.
SELECT
    offer.offer_key, c.credential_id, c.document, entry.list_key, entry.place,
    r.credential_id IS NOT NULL OR a.withdrawn_at IS NOT NULL AS is_revoked,
    (
        SELECT coalesce(sum(issued.copies), 0)::integer FROM wallet.issuance AS issued
        WHERE issued.offer_key = offer.offer_key
    ) AS copies,
    token.sealed_name
FROM wallet.issuance_token AS token
JOIN wallet.offer AS offer ON offer.offer_key = token.offer_key
JOIN credential.credential AS c ON c.credential_id = offer.credential_id
JOIN credential.award AS a ON a.award_key = c.award_key
LEFT JOIN credential.status_entry AS entry ON entry.credential_id = c.credential_id
LEFT JOIN credential.revocation AS r ON r.credential_id = c.credential_id
WHERE token.token_hash = $1::bytea AND token.expires_at > now()
FOR NO KEY UPDATE OF offer;
