-- The type of the rows of insert_statements.sql.
SELECT 'lrs.incoming_statement'::regtype::oid::bigint;
