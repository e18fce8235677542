-- Keeps signed credentials. Another node may have signed the same award in this moment; then its credential is kept.
-- $1 credential ids; $2 award keys; $3 key ids; $4 valid from; $5 valid until; $6 the JWTs; $7 the credentials' JSON.
INSERT INTO credential.credential (credential_id, award_key, key_id, valid_from, valid_until, jwt, document)
SELECT t.credential_id, t.award_key, t.key_id, t.valid_from, t.valid_until, t.jwt, t.document
FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::json[])
    AS t (credential_id, award_key, key_id, valid_from, valid_until, jwt, document)
ON CONFLICT DO NOTHING;
