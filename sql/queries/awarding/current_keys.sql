-- The keys of an issuer that sign now, held until the transaction ends: they don't become compromised meanwhile.
-- $1 the issuer's DID.
SELECT key_id, algorithm
FROM credential.signing_key
WHERE issuer = $1::text AND state = 'current'
ORDER BY algorithm
FOR SHARE;
