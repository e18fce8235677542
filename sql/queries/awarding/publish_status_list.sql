-- Keeps the signed form of a status list that is locked.
-- $1 the list; $2 up to which change it goes; $3 when it was signed; $4 the document with its proof; $5 the JWT; $6 ids of
-- the keys that signed; $7 the status list token.
UPDATE credential.status_list
SET signed_changes = $2::bigint, signed_at = $3::timestamptz, document = $4::text, jwt = $5::text,
    signing_keys = $6::text[], token = $7::text
WHERE list_key = $1::integer;
