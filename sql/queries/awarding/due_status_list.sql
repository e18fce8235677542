-- A status list whose published form is out of date, locked for whoever signs it: bits have changed, or it is old, or
-- its key is no longer one to sign with, or it is not there as a token.
-- $1 how old a list may become, in seconds; $2 ids of the keys that sign now.
SELECT l.list_key, l.purpose, l.size, l.changes
FROM credential.status_list AS l
WHERE l.signed_changes IS DISTINCT FROM l.changes
    OR l.signed_at < now() - make_interval(secs => $1::double precision)
    OR NOT l.signing_keys <@ $2::text[]
    OR l.token IS NULL
ORDER BY l.list_key
LIMIT 1
FOR NO KEY UPDATE SKIP LOCKED;
