-- Notes which statements refer to which, and voids what voiding statements name.
-- $1 ids of statements just stored; $2 whether some of them refer to others.
SELECT lrs.settle_references($1::uuid[], $2::bool);
