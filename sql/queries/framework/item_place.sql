-- Where an item stands: its document's code and version, its kind and code (an item without a kind of the scheme has
-- its identifier), its parent's code.
-- $1 its identifier.
SELECT d.code, d.version, i.kind, CASE i.kind WHEN 'item' THEN i.identifier::text ELSE i.code END, parent.code
FROM framework.item AS i
JOIN framework.document AS d ON d.document_key = i.document_key
LEFT JOIN framework.item AS parent ON parent.item_key = i.parent_key
WHERE i.identifier = $1::uuid AND d.adoption_status <> 'Private Draft';
