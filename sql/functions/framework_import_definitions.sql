CREATE OR REPLACE FUNCTION framework.import_definitions(document bigint, package jsonb, base text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    received jsonb;
BEGIN
    DELETE FROM framework.definition AS d WHERE d.document_key = document;
    INSERT INTO framework.definition (
        document_key, kind, identifier, ordinal, title, description, hierarchy_code, last_change
    )
    SELECT
        document, d.kind, (d.object ->> 'identifier')::uuid, d.ordinal, d.object ->> 'title',
        d.object ->> 'description', d.object ->> 'hierarchyCode', (d.object ->> 'lastChangeDateTime')::timestamptz
    FROM framework.received_definitions(package) AS d;

    SELECT COALESCE(jsonb_object_agg(d.object ->> 'identifier', d.object), '{}') INTO received
    FROM framework.received_definitions(package) AS d;
    UPDATE framework.definition AS d
    SET members = framework.case_members(received -> told.identifier::text, told.told)
    FROM framework.case_definitions(base) AS told
    WHERE told.document_key = document AND d.definition_key = told.definition_key
        AND told.told <> received -> told.identifier::text;
END
$$;

COMMENT ON FUNCTION framework.import_definitions(bigint, jsonb, text) IS
    'Writes the definitions of a CFPackage in place of those that the document had.';

REVOKE EXECUTE ON FUNCTION framework.import_definitions(bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_definitions(bigint, jsonb, text) TO tessera_service;
