-- The published form of a status list; its columns are null until it is first signed.
-- $1 the list.
SELECT document, jwt, signed_at, token FROM credential.status_list WHERE list_key = $1::integer;
