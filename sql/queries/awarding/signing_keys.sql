-- The public keys of an issuer, oldest first.
-- $1 the issuer's DID.
SELECT key_id, public_jwk, retired_at
FROM credential.signing_key
WHERE issuer = $1::text
ORDER BY first_used_at, key_id;
