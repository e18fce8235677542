-- Makes a node's signing key known to every node.
-- $1 key id; $2 algorithm; $3 the issuer's DID; $4 public JWK.
INSERT INTO credential.signing_key (key_id, algorithm, issuer, public_jwk)
VALUES ($1::text, $2::text, $3::text, $4::json)
ON CONFLICT (key_id) DO NOTHING;
