-- The CASE identifier and the adoption status of a version of a framework; no row when there is none.
-- $1 code; $2 version.
SELECT d.identifier, d.adoption_status
FROM framework.document AS d
WHERE d.code = $1::text AND d.version = $2::text;
