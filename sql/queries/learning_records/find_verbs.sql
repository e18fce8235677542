-- Keys of verbs, added where they are new, in one order for all writers.
-- $1 IRIs, each once.
WITH incoming AS MATERIALIZED (
    SELECT t.iri FROM unnest($1::text[]) AS t (iri)
),
written AS (
    INSERT INTO lrs.verb AS v (iri)
    SELECT i.iri
    FROM incoming AS i
    WHERE NOT EXISTS (SELECT FROM lrs.verb AS old WHERE old.iri = i.iri)
    ORDER BY i.iri COLLATE "C"
    ON CONFLICT (iri) DO UPDATE SET iri = v.iri
    RETURNING v.verb_key, v.iri
)
SELECT verb_key, iri FROM written
UNION ALL
SELECT v.verb_key, v.iri
FROM incoming AS i
JOIN lrs.verb AS v ON v.iri = i.iri
WHERE i.iri NOT IN (SELECT iri FROM written);
