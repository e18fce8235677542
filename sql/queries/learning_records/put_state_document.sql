-- Stores a state document if the one that is there, or that none is there, is as demanded: compare and set in one
-- statement. Where a document must be there it is an update, which sees the newest version of the row and never makes
-- one anew; elsewhere an upsert, which locks the row it meets. One row tells that it was stored, none that it was not.
-- $1 the agent's key; $2 the activity's key; $3 the registration or null; $4 the document's id. $5 contents; $6 media
-- type; $7 tag; $8 whether a document must be there; $9 tags of which it must have one, or null for any; $10 the media
-- type that it must have, or null for any; $11 whether none may be there; $12 tags that it must not have.
WITH changed AS (
    UPDATE lrs.state_document AS d
    SET contents = $5::bytea, content_type = $6::text, etag = $7::text, updated_at = clock_timestamp()
    WHERE $8::bool
        AND d.agent_key = $1::bigint
        AND d.activity_key = $2::bigint
        AND d.registration IS NOT DISTINCT FROM $3::uuid
        AND d.state_id = $4::text
        AND ($9::text[] IS NULL OR d.etag = ANY ($9::text[]))
        AND ($10::text IS NULL OR d.content_type = $10::text)
        AND NOT $11::bool
        AND d.etag <> ALL ($12::text[])
    RETURNING d.etag
),
added AS (
    INSERT INTO lrs.state_document AS d (
        agent_key, activity_key, registration, state_id, contents, content_type, etag, updated_at
    )
    SELECT $1::bigint, $2::bigint, $3::uuid, $4::text, $5::bytea, $6::text, $7::text, clock_timestamp()
    WHERE NOT $8::bool
    ON CONFLICT (agent_key, activity_key, state_id, registration) DO UPDATE
    SET contents = excluded.contents, content_type = excluded.content_type, etag = excluded.etag,
        updated_at = clock_timestamp()
    WHERE NOT $11::bool AND d.etag <> ALL ($12::text[])
    RETURNING d.etag
)
SELECT etag FROM changed
UNION ALL
SELECT etag FROM added;
