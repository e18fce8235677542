-- The documents of CASE that anybody may see, by identifier.
-- $1 base URL of this node.
SELECT coalesce(
    json_agg(
        framework.case_object(told.told, told.members)
            || jsonb_build_object('CFPackageURI', framework.case_link(
                told.title, told.identifier, $1::text || '/ims/case/v1p1/CFPackages/' || told.identifier))
        ORDER BY told.identifier),
    '[]'
)
FROM framework.case_documents($1::text) AS told
JOIN framework.document AS d USING (document_key)
WHERE d.adoption_status <> 'Private Draft';
