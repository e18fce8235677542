-- Ids of an activity's profile documents, and when each was last stored.
-- $1 the activity's IRI; $2 only what was stored after this, or null for all.
SELECT d.profile_id, d.updated_at
FROM lrs.activity_profile_document AS d
WHERE d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $1::text)
    AND ($2::timestamptz IS NULL OR d.updated_at > $2::timestamptz)
ORDER BY d.profile_id COLLATE "C";
