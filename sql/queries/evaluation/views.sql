-- What evaluators may read, column by column: the data dictionary is the catalogue of PostgreSQL with its comments. Views
-- of schema evaluation go by their name, those of schema published by both: published.gain.
-- $1 name of a view; null for all of them.
SELECT
    named.name,
    COALESCE(obj_description(view.oid, 'pg_class'), ''),
    attribute.attname::text,
    format_type(attribute.atttypid, attribute.atttypmod),
    COALESCE(col_description(view.oid, attribute.attnum), ''),
    -- Without the type's modifier, by which a number that is looked for would be rounded.
    format_type(CASE WHEN type.typcategory = 'A' THEN type.typelem ELSE type.oid END, NULL),
    type.typcategory = 'A',
    -- Whether its text is the same in SQL as in JSON, but for quotes.
    type.typcategory IN ('B', 'E', 'N', 'S') OR type.oid = 'uuid'::regtype
FROM pg_class AS view
CROSS JOIN LATERAL (
    SELECT CASE view.relnamespace WHEN 'published'::regnamespace THEN 'published.' ELSE '' END || view.relname
) AS named (name)
JOIN pg_attribute AS attribute ON attribute.attrelid = view.oid AND attribute.attnum > 0 AND NOT attribute.attisdropped
JOIN pg_type AS type ON type.oid = attribute.atttypid
WHERE view.relnamespace IN ('evaluation'::regnamespace, 'published'::regnamespace)
    AND view.relkind IN ('r', 'v', 'm')
    AND has_table_privilege(view.oid, 'SELECT')
    AND ($1::text IS NULL OR named.name = $1)
ORDER BY view.relnamespace = 'published'::regnamespace, view.relname::text COLLATE "C", attribute.attnum;
