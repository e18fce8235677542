-- Tells others that this transaction is about to store statements.
-- $1 whether some of them refer to others.
SELECT lrs.announce_storing($1::bool);
