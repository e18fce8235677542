-- The next credentials that keys have signed which are no longer to be trusted, locked for whoever signs them anew.
-- $1 the keys' ids; null: all that are compromised; $2 the id after which to go on; $3 how many at most.
SELECT c.credential_id, c.document, c.valid_from, c.valid_until, c.secured IS NOT NULL AS has_proof
FROM credential.credential AS c
WHERE c.credential_id > $2::uuid
    AND EXISTS (
        SELECT FROM credential.signing_key AS key
        WHERE key.key_id IN (c.key_id, c.secured_key_id)
            AND CASE WHEN $1::text[] IS NULL THEN key.state = 'compromised' ELSE key.key_id = ANY ($1::text[]) END
    )
ORDER BY c.credential_id
LIMIT $3::int
FOR NO KEY UPDATE OF c SKIP LOCKED;
