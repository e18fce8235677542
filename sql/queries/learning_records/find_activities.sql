-- Keys and types of activities, added where they are new; a definition that says something new replaces the old one.
-- Rows are written in the order of their IRIs, as every writer does, so that writers never wait in a circle.
-- $1 IRIs, each once; $2 types; $3 definitions; either may be null.
WITH incoming AS MATERIALIZED (
    SELECT t.iri, t.type, t.definition
    FROM unnest($1::text[], $2::text[], $3::json[]) AS t (iri, type, definition)
    ORDER BY t.iri COLLATE "C"
),
written AS (
    INSERT INTO lrs.activity AS a (iri, type, definition)
    SELECT i.iri, i.type, i.definition
    FROM incoming AS i
    LEFT JOIN lrs.activity AS old ON old.iri = i.iri
    WHERE old.iri IS NULL
        OR (i.type IS NOT NULL AND i.type IS DISTINCT FROM old.type)
        OR (i.definition IS NOT NULL AND i.definition::text IS DISTINCT FROM old.definition::text)
    ORDER BY i.iri COLLATE "C"
    ON CONFLICT (iri) DO UPDATE
    SET type = coalesce(excluded.type, a.type), definition = coalesce(excluded.definition, a.definition)
    RETURNING a.activity_key, a.iri, a.type
)
SELECT activity_key, iri, type FROM written
UNION ALL
SELECT a.activity_key, a.iri, a.type
FROM incoming AS i
JOIN lrs.activity AS a ON a.iri = i.iri
WHERE i.iri NOT IN (SELECT iri FROM written);
