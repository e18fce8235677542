-- A place in a status list for each of some credentials.
-- $1 credential ids.
SELECT credential_id, list_key, place FROM credential.take_places($1::uuid[]);
