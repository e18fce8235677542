-- Takes the next rows of the outbox into the evidence.
-- $1 how many rows at most.
SELECT credential.read_outbox($1::int);
