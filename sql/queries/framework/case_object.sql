-- An object of CASE 1.1 as it stands outside a package, if anybody may see it, and when it was changed last. Of an
-- identifier that several documents define alike, the one of the document changed last.
-- $1 its class, as the paths of CASE's service name it; $2 identifier; $3 base URL of this node.
WITH published AS (
    SELECT d.document_key, d.last_change FROM framework.document AS d WHERE d.adoption_status <> 'Private Draft'
),
found AS (
    SELECT
        o.document_key,
        framework.case_object(o.told, o.members) || jsonb_build_object('CFPackageURI', framework.case_link(
            o.title, o.identifier, $3::text || '/ims/case/v1p1/CFPackages/' || o.identifier)) AS object,
        p.last_change AS changed, p.last_change
    FROM framework.case_documents($3::text) AS o
    JOIN published AS p USING (document_key)
    WHERE $1::text = 'CFDocuments' AND o.identifier = $2::uuid
    UNION ALL
    SELECT p.document_key, framework.case_package(p.document_key, $3::text, false), p.last_change, p.last_change
    FROM published AS p
    JOIN framework.document AS d USING (document_key)
    WHERE $1::text = 'CFPackages' AND d.identifier = $2::uuid
    UNION ALL
    SELECT
        o.document_key,
        framework.case_object(o.told, o.members) || jsonb_build_object('CFDocumentURI', framework.case_link(
            document.title, document.identifier, document.uri)),
        item.last_change, p.last_change
    FROM framework.case_items($3::text) AS o
    JOIN framework.item USING (item_key)
    JOIN published AS p ON p.document_key = o.document_key
    JOIN framework.case_documents($3::text) AS document ON document.document_key = o.document_key
    WHERE $1::text = 'CFItems' AND o.identifier = $2::uuid
    UNION ALL
    SELECT
        o.document_key,
        framework.case_object(o.told, o.members) || jsonb_build_object('CFDocumentURI', framework.case_link(
            document.title, document.identifier, document.uri)),
        association.last_change, p.last_change
    FROM framework.case_associations($3::text) AS o
    JOIN framework.association USING (association_key)
    JOIN published AS p ON p.document_key = o.document_key
    JOIN framework.case_documents($3::text) AS document ON document.document_key = o.document_key
    WHERE $1::text = 'CFAssociations' AND o.identifier = $2::uuid
    UNION ALL
    SELECT p.document_key, framework.case_rubric(r.rubric_key, $3::text), r.last_change, p.last_change
    FROM framework.rubric AS r
    JOIN published AS p USING (document_key)
    WHERE $1::text = 'CFRubrics' AND r.identifier = $2::uuid
    UNION ALL
    SELECT o.document_key, framework.case_object(o.told, o.members), definition.last_change, p.last_change
    FROM framework.case_definitions($3::text) AS o
    JOIN framework.definition USING (definition_key)
    JOIN published AS p ON p.document_key = o.document_key
    WHERE o.identifier = $2::uuid AND o.kind = CASE $1::text
        WHEN 'CFLicenses' THEN 'licence'
        WHEN 'CFAssociationGroupings' THEN 'association grouping'
    END
)
SELECT f.object::json, f.changed
FROM found AS f
ORDER BY f.last_change DESC, f.document_key DESC
LIMIT 1;
