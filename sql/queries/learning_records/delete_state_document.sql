-- Deletes one state document if its tag is as demanded; tells whether it was deleted, and whether it was there.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 the activity's IRI; $5 the registration or null; $6 the
-- document's id; $7 tags of which it must have one, or null; $8 whether it must not be there; $9 tags that it must not
-- have.
WITH named AS (
    SELECT d.etag
    FROM lrs.state_document AS d
    WHERE d.agent_key = (
            SELECT agent_key FROM lrs.agent
            WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
        )
        AND d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $4::text)
        AND d.registration IS NOT DISTINCT FROM $5::uuid
        AND d.state_id = $6::text
),
deleted AS (
    DELETE FROM lrs.state_document AS d
    WHERE d.agent_key = (
            SELECT agent_key FROM lrs.agent
            WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
        )
        AND d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $4::text)
        AND d.registration IS NOT DISTINCT FROM $5::uuid
        AND d.state_id = $6::text
        AND ($7::text[] IS NULL OR d.etag = ANY ($7::text[]))
        AND NOT $8::bool
        AND d.etag <> ALL ($9::text[])
    RETURNING d.etag
)
SELECT EXISTS (SELECT FROM deleted), EXISTS (SELECT FROM named);
