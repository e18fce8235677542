-- Deletes one of an agent's profile documents if its tag is as demanded; tells whether it was deleted, and whether it
-- was there.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 the document's id; $5 tags of which it must have one, or
-- null; $6 whether it must not be there; $7 tags that it must not have.
WITH named AS (
    SELECT d.etag
    FROM lrs.agent_profile_document AS d
    WHERE d.agent_key = (
            SELECT agent_key FROM lrs.agent
            WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
        )
        AND d.profile_id = $4::text
),
deleted AS (
    DELETE FROM lrs.agent_profile_document AS d
    WHERE d.agent_key = (
            SELECT agent_key FROM lrs.agent
            WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
        )
        AND d.profile_id = $4::text
        AND ($5::text[] IS NULL OR d.etag = ANY ($5::text[]))
        AND NOT $6::bool
        AND d.etag <> ALL ($7::text[])
    RETURNING d.etag
)
SELECT EXISTS (SELECT FROM deleted), EXISTS (SELECT FROM named);
