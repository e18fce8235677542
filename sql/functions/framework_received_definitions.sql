CREATE OR REPLACE FUNCTION framework.received_definitions(package jsonb)
RETURNS TABLE (kind text, ordinal bigint, object jsonb)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT class.kind, d.ordinal, d.object
    FROM (
        VALUES
            ('concept', 'CFConcepts'), ('subject', 'CFSubjects'), ('licence', 'CFLicenses'),
            ('item type', 'CFItemTypes'), ('association grouping', 'CFAssociationGroupings')
    ) AS class (kind, name)
    CROSS JOIN jsonb_array_elements(package -> 'CFDefinitions' -> class.name) WITH ORDINALITY AS d (object, ordinal)
$$;

COMMENT ON FUNCTION framework.received_definitions(jsonb) IS
    'The definitions of a CFPackage: kind, place among their kind, the object.';

REVOKE EXECUTE ON FUNCTION framework.received_definitions(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.received_definitions(jsonb) TO tessera_service;
