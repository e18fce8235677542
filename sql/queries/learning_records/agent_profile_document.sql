-- One of an agent's profile documents.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 the document's id.
SELECT d.contents, d.content_type, d.etag, d.updated_at
FROM lrs.agent_profile_document AS d
WHERE d.agent_key = (
        SELECT agent_key FROM lrs.agent
        WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
    )
    AND d.profile_id = $4::text;
