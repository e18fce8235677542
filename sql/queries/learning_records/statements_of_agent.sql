-- The newest statements that name an agent or identified group, wherever in them, for what they tell of it.
-- The agent's $1 kind, $2 identifier and $3 home page; $4 how many at most.
SELECT s.payload, s.version
FROM (
    SELECT DISTINCT l.statement_key
    FROM lrs.statement_agent AS l
    WHERE l.agent_key = (
        SELECT agent_key FROM lrs.agent
        WHERE kind = $1::text::lrs.identifier_kind AND identifier = $2::text AND home_page = $3::text
    )
    ORDER BY l.statement_key DESC
    LIMIT $4::int
) AS newest
JOIN lrs.statement AS s ON s.statement_key = newest.statement_key
WHERE NOT s.voided
ORDER BY s.statement_key DESC;
