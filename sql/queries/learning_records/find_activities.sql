-- Keys and types of activities, added where they are new; what a definition says anew is merged into what is known.
-- Rows are written in the order of their IRIs, as every writer does, so that writers never wait in a circle.
-- $1 IRIs; $2 types; $3 definitions; either may be null. An IRI may come several times, the last word last.
WITH incoming AS MATERIALIZED (
    SELECT
        t.iri,
        (array_agg(t.type ORDER BY t.position DESC) FILTER (WHERE t.type IS NOT NULL))[1] AS type,
        lrs.merged_definitions(t.definition ORDER BY t.position) AS definition
    FROM unnest($1::text[], $2::text[], $3::json[]) WITH ORDINALITY AS t (iri, type, definition, position)
    GROUP BY t.iri
),
written AS (
    INSERT INTO lrs.activity AS a (iri, type, definition)
    SELECT i.iri, i.type, i.definition
    FROM incoming AS i
    LEFT JOIN lrs.activity AS old ON old.iri = i.iri
    WHERE old.iri IS NULL
        OR (i.type IS NOT NULL AND i.type IS DISTINCT FROM old.type)
        OR (
            i.definition::text IS DISTINCT FROM old.definition::text
            AND lrs.merged_definition(old.definition, i.definition)::text IS DISTINCT FROM old.definition::text
        )
    ORDER BY i.iri COLLATE "C"
    ON CONFLICT (iri) DO UPDATE
    SET
        type = coalesce(excluded.type, a.type),
        definition = lrs.merged_definition(a.definition, excluded.definition)
    RETURNING a.activity_key, a.iri, a.type
)
SELECT activity_key, iri, type FROM written
UNION ALL
SELECT a.activity_key, a.iri, a.type
FROM incoming AS i
JOIN lrs.activity AS a ON a.iri = i.iri
WHERE i.iri NOT IN (SELECT iri FROM written);
