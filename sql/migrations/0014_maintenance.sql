-- When autovacuum looks after the big tables.
--
-- Rows are added to them and hardly ever changed, so there is next to nothing to clean up; but index-only scans, by which
-- pages find their statements, need the pages of the heap marked as visible to all, and rows must be frozen some day. By
-- default both would wait until a fifth of a table is new, which of a large store is very much at once. These look at a
-- hundredth, and freeze while they are there: a page that is full is never written again. Statistics, which evaluators'
-- queries are planned by, are renewed as often.
ALTER TABLE lrs.statement SET (
    autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01,
    autovacuum_freeze_min_age = 0
);
ALTER TABLE lrs.statement_agent SET (
    autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01,
    autovacuum_freeze_min_age = 0
);
ALTER TABLE lrs.statement_activity SET (
    autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01,
    autovacuum_freeze_min_age = 0
);
ALTER TABLE lrs.profile_conformance SET (
    autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01,
    autovacuum_freeze_min_age = 0
);

-- A queue: its rows soon go again, and what they leave behind is looked through at each reading.
ALTER TABLE lrs.outbox SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
