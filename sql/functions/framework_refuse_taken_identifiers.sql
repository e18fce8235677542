CREATE OR REPLACE FUNCTION framework.refuse_taken_identifiers(document bigint, package jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    taken record;
BEGIN
    WITH rubric AS (
        SELECT r.object, format('/CFRubrics/%s', r.ordinal - 1) AS pointer
        FROM jsonb_array_elements(package -> 'CFRubrics') WITH ORDINALITY AS r (object, ordinal)
    ),
    criterion AS (
        SELECT c.object, format('%s/CFRubricCriteria/%s', r.pointer, c.ordinal - 1) AS pointer
        FROM rubric AS r
        CROSS JOIN jsonb_array_elements(r.object -> 'CFRubricCriteria') WITH ORDINALITY AS c (object, ordinal)
    ),
    received AS MATERIALIZED (
        SELECT 'association' AS kind, (a.object ->> 'identifier')::uuid AS identifier,
            format('/CFAssociations/%s', a.ordinal - 1) AS pointer
        FROM jsonb_array_elements(package -> 'CFAssociations') WITH ORDINALITY AS a (object, ordinal)
        UNION ALL
        SELECT 'rubric', (r.object ->> 'identifier')::uuid, r.pointer FROM rubric AS r
        UNION ALL
        SELECT 'criterion', (c.object ->> 'identifier')::uuid, c.pointer FROM criterion AS c
        UNION ALL
        SELECT 'level', (l.object ->> 'identifier')::uuid,
            format('%s/CFRubricCriterionLevels/%s', c.pointer, l.ordinal - 1)
        FROM criterion AS c
        CROSS JOIN jsonb_array_elements(c.object -> 'CFRubricCriterionLevels') WITH ORDINALITY AS l (object, ordinal)
    )
    SELECT received.identifier, received.pointer, other.code, other.version INTO taken
    FROM received
    CROSS JOIN LATERAL (
        SELECT a.document_key FROM framework.association AS a
        WHERE received.kind = 'association' AND a.identifier = received.identifier
        UNION ALL
        SELECT r.document_key FROM framework.rubric AS r
        WHERE received.kind = 'rubric' AND r.identifier = received.identifier
        UNION ALL
        SELECT c.document_key FROM framework.rubric_criterion AS c
        WHERE received.kind = 'criterion' AND c.identifier = received.identifier
        UNION ALL
        SELECT l.document_key FROM framework.rubric_criterion_level AS l
        WHERE received.kind = 'level' AND l.identifier = received.identifier
    ) AS known
    JOIN framework.document AS other ON other.document_key = known.document_key
    WHERE known.document_key <> document
    LIMIT 1;
    IF FOUND THEN
        PERFORM framework.refuse_package(
            taken.pointer || '/identifier',
            format('must be another: %s is an identifier of framework %s version %s', taken.identifier, taken.code,
                taken.version)
        );
    END IF;
END
$$;

COMMENT ON FUNCTION framework.refuse_taken_identifiers(bigint, jsonb) IS
    'Raises SQLSTATE 22023 when an association, a rubric or a part of one has an identifier that is one of another '
    'document''s already; items are looked at where they are imported.';

REVOKE EXECUTE ON FUNCTION framework.refuse_taken_identifiers(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.refuse_taken_identifiers(bigint, jsonb) TO tessera_service;
