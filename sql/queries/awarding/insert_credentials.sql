-- Keeps signed credentials. Another node may have signed the same award in this moment; then its credential is kept.
-- $1 credential ids; $2 award keys; $3 id of the key of the JWTs; $4 id of the key of the proofs; $5 valid from; $6 valid
-- until; $7 the JWTs; $8 the credentials with their proofs; $9 the credentials' JSON.
INSERT INTO credential.credential (
    credential_id, award_key, key_id, secured_key_id, valid_from, valid_until, jwt, secured, document
)
SELECT t.credential_id, t.award_key, $3::text, $4::text, t.valid_from, t.valid_until, t.jwt, t.secured, t.document
FROM unnest($1::uuid[], $2::bigint[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[], $9::json[])
    AS t (credential_id, award_key, valid_from, valid_until, jwt, secured, document)
ON CONFLICT DO NOTHING;
