-- Waits for another import, and lets none begin before the transaction ends: one at a time they cannot deadlock, and what
-- is read before an import is what it meets.
SELECT pg_advisory_xact_lock(hashtextextended('framework.import_package', 0))::text;
