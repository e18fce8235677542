-- Replaces credentials that are locked by what was signed anew, and keeps what they were.
-- $1 credential ids; $2 id of the key of the JWTs; $3 id of the key of the proofs; $4 valid from; $5 the JWTs; $6 the
-- credentials with their proofs, null where there is none; $7 the credentials' JSON.
WITH signed AS (
    SELECT t.credential_id, t.valid_from, t.jwt, t.secured, t.document
    FROM unnest($1::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::json[])
        AS t (credential_id, valid_from, jwt, secured, document)
),
kept AS (
    INSERT INTO credential.superseded (
        credential_id, key_id, secured_key_id, issued_at, valid_from, jwt, secured, document
    )
    SELECT c.credential_id, c.key_id, c.secured_key_id, c.issued_at, c.valid_from, c.jwt, c.secured, c.document
    FROM signed
    JOIN credential.credential AS c ON c.credential_id = signed.credential_id
)
UPDATE credential.credential AS c SET
    key_id = $2::text, secured_key_id = CASE WHEN signed.secured IS NOT NULL THEN $3::text END, issued_at = now(),
    valid_from = signed.valid_from, jwt = signed.jwt, secured = signed.secured, document = signed.document
FROM signed
WHERE c.credential_id = signed.credential_id;
