-- Writes a checked CFPackage of CASE 1.1.
-- $1 the package; $2 base URL of this node.
SELECT framework.import_package($1::jsonb, $2::text);
