-- One of an activity's profile documents.
-- $1 the activity's IRI; $2 the document's id.
SELECT d.contents, d.content_type, d.etag, d.updated_at
FROM lrs.activity_profile_document AS d
WHERE d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $1::text)
    AND d.profile_id = $2::text;
