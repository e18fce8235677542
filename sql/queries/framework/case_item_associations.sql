-- The associations that an item is an end of, of documents that anybody may see, in the order of their documents and of
-- CASE's sequence; and when the last of them was changed.
-- $1 identifier of the item; $2 base URL of this node.
SELECT
    coalesce(
        json_agg(
            framework.case_object(o.told, o.members)
                || jsonb_build_object('CFDocumentURI', framework.case_link(told.title, told.identifier, told.uri))
            ORDER BY told.identifier, o.ordinal, a.sequence_number, a.association_key),
        '[]'
    ),
    max(a.last_change)
FROM framework.item AS item
JOIN framework.association AS a ON item.item_key IN (a.origin_key, a.destination_key)
JOIN framework.document AS d ON d.document_key = a.document_key
JOIN framework.case_associations($2::text) AS o ON o.association_key = a.association_key
JOIN framework.case_documents($2::text) AS told ON told.document_key = d.document_key
WHERE item.identifier = $1::uuid AND d.adoption_status <> 'Private Draft';
