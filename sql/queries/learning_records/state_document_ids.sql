-- Ids of the state documents of one context, and when each was last stored.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 the activity's IRI; $5 the registration or null; $6 only
-- what was stored after this, or null for all.
SELECT d.state_id, d.updated_at
FROM lrs.state_document AS d
WHERE d.agent_key = (
        SELECT agent_key FROM lrs.agent
        WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
    )
    AND d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $4::text)
    AND d.registration IS NOT DISTINCT FROM $5::uuid
    AND ($6::timestamptz IS NULL OR d.updated_at > $6::timestamptz)
ORDER BY d.state_id COLLATE "C";
