-- Has the quarantine of a key to itself until the transaction ends, so that its limit holds.
-- $1 the key.
SELECT pg_advisory_xact_lock(hashtextextended('lrs.quarantine:' || $1::uuid::text, 0));
