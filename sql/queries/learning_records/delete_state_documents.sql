-- Deletes state documents of one context.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 the activity's IRI; $5 the registration or null; $6 only
-- those with these ids, or null for all.
DELETE FROM lrs.state_document AS d
WHERE d.agent_key = (
        SELECT agent_key FROM lrs.agent
        WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
    )
    AND d.activity_key = (SELECT activity_key FROM lrs.activity WHERE iri = $4::text)
    AND d.registration IS NOT DISTINCT FROM $5::uuid
    AND ($6::text[] IS NULL OR d.state_id = ANY($6::text[]));
