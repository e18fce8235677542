CREATE OR REPLACE FUNCTION framework.case_associations(base text)
RETURNS TABLE (
    document_key bigint, association_key bigint, identifier uuid, association_type text, origin_key bigint,
    destination_key bigint, ordinal integer, told jsonb, members jsonb
)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        a.document_key, a.association_key, a.identifier, a.association_type, a.origin_key, a.destination_key,
        a.ordinal,
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', a.identifier,
            'associationType', a.association_type,
            'sequenceNumber', a.sequence_number,
            'uri', framework.case_uri(base, 'CFAssociations', a.identifier, a.members),
            'originNodeURI', CASE
                WHEN a.origin_key IS NULL THEN framework.case_outside_link(NULL, a.origin_uri)
                ELSE framework.case_link(
                    origin.full_statement, origin.identifier,
                    framework.case_uri(base, 'CFItems', origin.identifier, origin.members))
            END,
            'destinationNodeURI', CASE
                WHEN a.destination_key IS NOT NULL THEN framework.case_link(
                    destination.full_statement, destination.identifier,
                    framework.case_uri(base, 'CFItems', destination.identifier, destination.members))
                WHEN a.destination_document_key IS NOT NULL THEN framework.case_link(
                    document.title, document.identifier,
                    framework.case_uri(base, 'CFDocuments', document.identifier, document.members))
                ELSE framework.case_outside_link(a.destination_title, a.destination_uri)
                    || CASE WHEN a.target_type = 'CASE' THEN '{}'
                        ELSE jsonb_build_object('targetType', a.target_type) END
            END,
            'CFAssociationGroupingURI', (
                SELECT framework.case_link(grouping_.title, grouping_.identifier, grouping_.uri)
                FROM framework.case_definitions(base) AS grouping_
                WHERE grouping_.document_key = a.document_key AND grouping_.identifier = a.grouping_identifier
                    AND grouping_.kind = 'association grouping'
            ),
            'lastChangeDateTime', framework.case_time(a.last_change),
            'notes', a.notes
        ))
        || CASE WHEN extensions.told = '{}' THEN '{}' ELSE jsonb_build_object('extensions', extensions.told) END,
        a.members
    FROM framework.association AS a
    LEFT JOIN framework.item AS origin ON origin.item_key = a.origin_key
    LEFT JOIN framework.item AS destination ON destination.item_key = a.destination_key
    LEFT JOIN framework.document ON document.document_key = a.destination_document_key
    CROSS JOIN LATERAL (
        SELECT a.extensions || jsonb_strip_nulls(jsonb_build_object(
            'iust:weight', (
                SELECT target.weight FROM framework.profile_target AS target
                WHERE target.association_key = a.association_key AND target.weight <> 1
            ),
            'iust:match', a.match_kind,
            'iust:targetVersion', a.target_version,
            'iust:targetGroup', a.target_group
        )) AS told
    ) AS extensions
$$;

COMMENT ON FUNCTION framework.case_associations(text) IS
    'Associations as the columns tell them in CASE 1.1, for a node with this base URL, and what is otherwise.';

REVOKE EXECUTE ON FUNCTION framework.case_associations(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_associations(text) TO tessera_service;
