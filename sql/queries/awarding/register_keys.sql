-- Makes a node's signing keys known to every node.
-- $1 the issuer's DID; $2 key ids; $3 algorithms; $4 public JWKs; $5 whether a key may begin where none was ever used.
SELECT credential.register_keys($1::text, $2::text[], $3::text[], $4::json[], $5::boolean[]);
