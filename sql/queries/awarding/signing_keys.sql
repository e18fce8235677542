-- The public keys of an issuer, oldest first.
-- $1 the issuer's DID.
SELECT public_jwk, retired_at IS NOT NULL AS is_retired, compromised_at IS NOT NULL AS is_compromised
FROM credential.signing_key
WHERE issuer = $1::text
ORDER BY first_used_at, algorithm DESC, key_id;
