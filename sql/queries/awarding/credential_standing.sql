-- Whether a credential of ours at a place of a status list stands; no row when there is none there.
-- $1 the list; $2 the place.
SELECT entry.credential_id, revoked.revoked_at, revoked.reason
FROM credential.status_entry AS entry
LEFT JOIN credential.revocation AS revoked ON revoked.credential_id = entry.credential_id
WHERE entry.list_key = $1::integer AND entry.place = $2::integer;
