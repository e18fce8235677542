CREATE OR REPLACE FUNCTION framework.case_package(document bigint, base text, has_proposals boolean) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT jsonb_build_object(
        'CFDocument', framework.case_object(d.told, d.members) || CASE
            WHEN proposals.proposals IS NULL THEN '{}'
            ELSE jsonb_build_object('extensions', COALESCE(d.told -> 'extensions', '{}') || jsonb_build_object(
                'iust:proposals', proposals.proposals))
        END,
        'extensions', own.package_members -> 'extensions',
        'CFItems', (
            SELECT jsonb_agg(framework.case_object(i.told, i.members) ORDER BY i.ordinal, i.item_key)
            FROM framework.case_items(base) AS i
            WHERE i.document_key = document
        ),
        'CFAssociations', (
            SELECT jsonb_agg(framework.case_object(a.told, a.members) ORDER BY a.ordinal, a.association_key)
            FROM framework.case_associations(base) AS a
            WHERE a.document_key = document
        ),
        'CFRubrics', (
            SELECT jsonb_agg(framework.case_rubric(r.rubric_key, base) ORDER BY r.ordinal)
            FROM framework.rubric AS r
            WHERE r.document_key = document
        ),
        'CFDefinitions', (
            SELECT jsonb_object_agg(class, objects)
            FROM (
                SELECT
                    CASE definition.kind
                        WHEN 'concept' THEN 'CFConcepts'
                        WHEN 'subject' THEN 'CFSubjects'
                        WHEN 'licence' THEN 'CFLicenses'
                        WHEN 'item type' THEN 'CFItemTypes'
                        ELSE 'CFAssociationGroupings'
                    END AS class,
                    jsonb_agg(
                        framework.case_object(definition.told, definition.members) ORDER BY definition.ordinal
                    ) AS objects
                FROM framework.case_definitions(base) AS definition
                WHERE definition.document_key = document
                GROUP BY definition.kind
                UNION ALL
                SELECT 'extensions', own.package_members -> 'definitions'
                WHERE own.package_members ? 'definitions'
            ) AS by_class
        )
    )
    FROM framework.case_documents(base) AS d
    JOIN framework.document AS own USING (document_key)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN has_proposals THEN framework.case_proposals(document) END AS proposals
    ) AS proposals
    WHERE d.document_key = document
$$;

COMMENT ON FUNCTION framework.case_package(bigint, text, boolean) IS
    'A document (by key) with all that belongs to it, as CFPackage of CASE 1.1, for a node with this base URL; null in '
    'place of what is empty; on demand with what partners proposed among the document''s extensions.';

REVOKE EXECUTE ON FUNCTION framework.case_package(bigint, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_package(bigint, text, boolean) TO tessera_service;
