-- Stores an activity's profile document if the one that is there, or that none is there, is as demanded: compare and
-- set in one statement. Where a document must be there it is an update, which sees the newest version of the row and
-- never makes one anew; elsewhere an upsert, which locks the row it meets. One row tells that it was stored, none that
-- it was not.
-- $1 the activity's key; $2 the document's id. $3 contents; $4 media type; $5 tag; $6 whether a document must be
-- there; $7 tags of which it must have one, or null for any; $8 the media type that it must have, or null for any; $9
-- whether none may be there; $10 tags that it must not have.
WITH changed AS (
    UPDATE lrs.activity_profile_document AS d
    SET contents = $3::bytea, content_type = $4::text, etag = $5::text, updated_at = clock_timestamp()
    WHERE $6::bool
        AND d.activity_key = $1::bigint
        AND d.profile_id = $2::text
        AND ($7::text[] IS NULL OR d.etag = ANY ($7::text[]))
        AND ($8::text IS NULL OR d.content_type = $8::text)
        AND NOT $9::bool
        AND d.etag <> ALL ($10::text[])
    RETURNING d.etag
),
added AS (
    INSERT INTO lrs.activity_profile_document AS d (activity_key, profile_id, contents, content_type, etag, updated_at)
    SELECT $1::bigint, $2::text, $3::bytea, $4::text, $5::text, clock_timestamp()
    WHERE NOT $6::bool
    ON CONFLICT (activity_key, profile_id) DO UPDATE
    SET contents = excluded.contents, content_type = excluded.content_type, etag = excluded.etag,
        updated_at = clock_timestamp()
    WHERE NOT $9::bool AND d.etag <> ALL ($10::text[])
    RETURNING d.etag
)
SELECT etag FROM changed
UNION ALL
SELECT etag FROM added;
