-- Ids of the state documents of one context, and when each was last stored; nobody changes them until the transaction
-- ends.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 the activity's IRI; $5 the registration or null.
WITH locked AS (
    SELECT d.state_id, d.updated_at
    FROM lrs.state_document AS d
    WHERE d.agent_key = (
            SELECT agent_key FROM lrs.agent
            WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
        )
        AND d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $4::text)
        AND d.registration IS NOT DISTINCT FROM $5::uuid
    FOR UPDATE
)
SELECT state_id, updated_at FROM locked ORDER BY state_id COLLATE "C";
