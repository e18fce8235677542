-- The untouched bytes of those of some statements that are not served byte for byte.
-- $1 keys of the statements.
SELECT statement_key, received FROM lrs.statement_received WHERE statement_key = ANY($1::bigint[]);
