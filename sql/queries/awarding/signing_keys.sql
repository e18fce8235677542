-- The public keys of an issuer, oldest first.
-- $1 the issuer's DID.
SELECT public_jwk, state
FROM credential.signing_key
WHERE issuer = $1::text
ORDER BY listed_at, algorithm DESC, key_id;
