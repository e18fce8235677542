CREATE OR REPLACE FUNCTION framework.import_associations(document bigint, package jsonb, base text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    received_associations jsonb := framework.by_identifier(package -> 'CFAssociations');
BEGIN
    INSERT INTO framework.association (
        document_key, identifier, association_type, origin_key, origin_uri, destination_key, destination_document_key,
        destination_uri, destination_title, target_type, match_kind, target_version, target_group, sequence_number,
        grouping_identifier, notes, extensions, ordinal, last_change
    )
    SELECT
        document, (received.object ->> 'identifier')::uuid, received.object ->> 'associationType',
        origin.item_key, CASE WHEN origin.item_key IS NULL THEN ends.origin ->> 'uri' END,
        destination.item_key, destination_document.document_key,
        CASE WHEN outside.is_outside THEN ends.destination ->> 'uri' END,
        CASE WHEN outside.is_outside THEN NULLIF(ends.destination ->> 'title', '') END,
        CASE WHEN outside.is_outside THEN COALESCE(ends.destination ->> 'targetType', 'CASE') ELSE 'CASE' END,
        CASE WHEN outside.is_outside THEN ends.extensions ->> 'iust:match' END,
        CASE WHEN outside.is_outside THEN ends.extensions ->> 'iust:targetVersion' END,
        CASE WHEN outside.is_outside THEN ends.extensions ->> 'iust:targetGroup' END,
        (received.object ->> 'sequenceNumber')::numeric,
        (received.object #>> '{CFAssociationGroupingURI,identifier}')::uuid,
        received.object ->> 'notes',
        ends.extensions
            - CASE WHEN outside.is_outside THEN '{iust:match,iust:targetVersion,iust:targetGroup}'::text[] ELSE '{}' END
            - CASE WHEN ends.extensions @> '{"iust:target": true}' THEN '{iust:weight}'::text[] ELSE '{}' END,
        received.ordinal, (received.object ->> 'lastChangeDateTime')::timestamptz
    FROM jsonb_array_elements(package -> 'CFAssociations') WITH ORDINALITY AS received (object, ordinal)
    CROSS JOIN LATERAL (
        SELECT
            received.object -> 'originNodeURI' AS origin,
            received.object -> 'destinationNodeURI' AS destination,
            COALESCE(received.object -> 'extensions', '{}') AS extensions
    ) AS ends
    LEFT JOIN framework.item AS origin
        ON origin.identifier = framework.case_identifier(ends.origin ->> 'identifier')
        AND COALESCE(ends.origin ->> 'targetType', 'CASE') = 'CASE'
    LEFT JOIN framework.item AS destination
        ON destination.identifier = framework.case_identifier(ends.destination ->> 'identifier')
        AND COALESCE(ends.destination ->> 'targetType', 'CASE') = 'CASE'
    LEFT JOIN framework.document AS destination_document
        ON destination_document.identifier = framework.case_identifier(ends.destination ->> 'identifier')
        AND COALESCE(ends.destination ->> 'targetType', 'CASE') = 'CASE'
    CROSS JOIN LATERAL (
        SELECT num_nonnulls(destination.item_key, destination_document.document_key) = 0 AS is_outside
    ) AS outside
    ORDER BY received.ordinal;

    INSERT INTO framework.profile_target (profile_key, competence_key, level, level_key, weight, association_key)
    SELECT
        association.origin_key, level.parent_key, level.level, level.item_key,
        COALESCE(
            (received_associations -> association.identifier::text #>> '{extensions,iust:weight}')::numeric, 1),
        association.association_key
    FROM framework.association
    JOIN framework.item AS level ON level.item_key = association.destination_key AND level.kind = 'level'
    WHERE association.document_key = document AND association.extensions @> '{"iust:target": true}';

    UPDATE framework.association
    SET members = framework.case_members(
        (received_associations -> told.identifier::text) - 'extensions', told.told - 'extensions')
    FROM framework.case_associations(base) AS told
    WHERE told.document_key = document AND association.association_key = told.association_key
        AND told.told - 'extensions' <> (received_associations -> told.identifier::text) - 'extensions';
END
$$;

COMMENT ON FUNCTION framework.import_associations(bigint, jsonb, text) IS
    'Writes the associations of a CFPackage, and the targets that they state, for a document that has none.';

REVOKE EXECUTE ON FUNCTION framework.import_associations(bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_associations(bigint, jsonb, text) TO tessera_service;
