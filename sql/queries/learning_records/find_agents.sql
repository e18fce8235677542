-- Keys of agents and identified groups, added where they are new, in one order for all writers.
-- $1 kinds; $2 identifiers; $3 home pages (empty but for accounts); $4 whether it is a group. Each identity once.
WITH incoming AS MATERIALIZED (
    SELECT t.kind::lrs.identifier_kind AS kind, t.identifier, t.home_page, t.is_group
    FROM unnest($1::text[], $2::text[], $3::text[], $4::bool[]) AS t (kind, identifier, home_page, is_group)
),
written AS (
    INSERT INTO lrs.agent AS a (kind, identifier, home_page, is_group)
    SELECT i.kind, i.identifier, i.home_page, i.is_group
    FROM incoming AS i
    WHERE NOT EXISTS (
        SELECT FROM lrs.agent AS old
        WHERE old.identifier = i.identifier AND old.home_page = i.home_page AND old.kind = i.kind
    )
    ORDER BY i.identifier COLLATE "C", i.home_page COLLATE "C", i.kind
    ON CONFLICT (identifier, home_page, kind) DO UPDATE SET is_group = a.is_group
    RETURNING a.agent_key, a.kind, a.identifier, a.home_page
)
SELECT agent_key, kind::text, identifier, home_page FROM written
UNION ALL
SELECT a.agent_key, a.kind::text, a.identifier, a.home_page
FROM incoming AS i
JOIN lrs.agent AS a ON a.identifier = i.identifier AND a.home_page = i.home_page AND a.kind = i.kind
WHERE NOT EXISTS (
    SELECT FROM written AS w
    WHERE w.identifier = i.identifier AND w.home_page = i.home_page AND w.kind = i.kind
);
