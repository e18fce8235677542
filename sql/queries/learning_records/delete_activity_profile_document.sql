-- Deletes one of an activity's profile documents if its tag is as demanded; tells whether it was deleted, and whether
-- it was there.
-- $1 the activity's IRI; $2 the document's id; $3 tags of which it must have one, or null; $4 whether it must not be
-- there; $5 tags that it must not have.
WITH named AS (
    SELECT d.etag
    FROM lrs.activity_profile_document AS d
    WHERE d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $1::text)
        AND d.profile_id = $2::text
),
deleted AS (
    DELETE FROM lrs.activity_profile_document AS d
    WHERE d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $1::text)
        AND d.profile_id = $2::text
        AND ($3::text[] IS NULL OR d.etag = ANY ($3::text[]))
        AND NOT $4::bool
        AND d.etag <> ALL ($5::text[])
    RETURNING d.etag
)
SELECT EXISTS (SELECT FROM deleted), EXISTS (SELECT FROM named);
