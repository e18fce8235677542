-- A person's credentials that stand and have not expired, as far as the caller may see them, oldest first, and what the
-- person can be recognised by. Those of before there were proofs within documents have none.
-- $1 key of the person.
SELECT c.secured, person.identifier, COALESCE(person.home_page, '') AS home_page, person.kind::text AS kind
FROM credential.award AS a
JOIN credential.credential AS c ON c.award_key = a.award_key
JOIN lrs.agent AS person ON person.agent_key = a.agent_key
WHERE a.agent_key = $1::bigint AND a.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM credential.revocation AS r WHERE r.credential_id = c.credential_id)
    AND (c.valid_until IS NULL OR c.valid_until > now())
ORDER BY a.award_key;
