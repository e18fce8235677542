-- Makes a node's signing keys known to every node.
-- $1 key ids; $2 algorithms; $3 the issuer's DID; $4 public JWKs.
INSERT INTO credential.signing_key (key_id, algorithm, issuer, public_jwk)
SELECT k.key_id, k.algorithm, $3::text, k.public_jwk
FROM unnest($1::text[], $2::text[], $4::json[]) AS k (key_id, algorithm, public_jwk)
ON CONFLICT (key_id) DO NOTHING;
