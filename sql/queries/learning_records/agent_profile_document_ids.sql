-- Ids of an agent's profile documents, and when each was last stored.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 only what was stored after this, or null for all.
SELECT d.profile_id, d.updated_at
FROM lrs.agent_profile_document AS d
WHERE d.agent_key = (
        SELECT agent_key FROM lrs.agent
        WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
    )
    AND ($4::timestamptz IS NULL OR d.updated_at > $4::timestamptz)
ORDER BY d.profile_id COLLATE "C";
