-- A document with all that belongs to it as CFPackage of CASE 1.1; no row when there is no such document.
-- $1 CASE identifier of the document; $2 base URL of this node; $3 whether proposals are wanted.
SELECT framework.case_package(d.document_key, $2::text, $3::boolean)::json
FROM framework.document AS d
WHERE d.identifier = $1::uuid;
