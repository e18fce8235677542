-- The places of a status list whose bits are set.
-- $1 the list.
SELECT coalesce(array_agg(entry.place ORDER BY entry.place), '{}')
FROM credential.status_entry AS entry
JOIN credential.revocation AS revoked ON revoked.credential_id = entry.credential_id
WHERE entry.list_key = $1::integer;
