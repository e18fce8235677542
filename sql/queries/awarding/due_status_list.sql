-- A status list whose published form is out of date, locked for whoever signs it: bits have changed, or it is old, or a
-- key that signed it is no longer one that signs, or it is not there as a token.
-- $1 how old a list may become, in seconds; $2 the issuer's DID.
SELECT l.list_key, l.purpose, l.size, l.changes
FROM credential.status_list AS l
WHERE l.signed_changes IS DISTINCT FROM l.changes
    OR l.signed_at < now() - make_interval(secs => $1::double precision)
    OR NOT l.signing_keys <@ ARRAY(
        SELECT key.key_id FROM credential.signing_key AS key WHERE key.issuer = $2::text AND key.state = 'current'
    )
    OR l.token IS NULL
ORDER BY l.list_key
LIMIT 1
FOR NO KEY UPDATE OF l SKIP LOCKED;
