-- Retires a key that does not sign; whether it was not retired before.
-- $1 the key's id; $2 who does it.
SELECT credential.retire_key($1::text, $2::text);
