-- Needs a database that was migrated itself: CREATE DATABASE ... TEMPLATE does not copy the rights on the database.

-- What an evaluator may not do: write to the views, which PostgreSQL cannot write through at all (55000) ...
SELECT test.refused('tessera_test_riga', command, '55000')
FROM (
    VALUES
        ('INSERT INTO evaluation.statements (pilot) VALUES (''x'')'),
        ('INSERT INTO evaluation.awards (pilot) VALUES (''x'')'),
        ('UPDATE evaluation.awards SET level = 4'),
        ('DELETE FROM evaluation.statements')
) AS attempt (command);

-- ... reach past them, or make anything (42501, insufficient_privilege).
SELECT test.refused('tessera_test_riga', command, '42501')
FROM (
    VALUES
        ('SELECT FROM lrs.statement'),
        ('SELECT FROM lrs.agent'),
        ('SELECT FROM lrs.profile_conformance'),
        ('SELECT FROM framework.item'),
        ('SELECT FROM training.enrolment'),
        ('SELECT FROM credential.credential'),
        ('SELECT FROM ops.evaluator'),
        ('SELECT FROM publication.gain'),
        ('SELECT FROM publication.told'),
        ('SELECT publication.publish_pilot(''riga-1'', ''x'')'),
        ('INSERT INTO evaluation.contract VALUES (99, ''9.9'', now(), ''x'', ''x'')'),
        ('SELECT FROM analysis.sitting'),
        ('SELECT training.visible_pilots(''tessera_test_lille'')'),
        ('CREATE FUNCTION evaluation.f() RETURNS int LANGUAGE sql AS ''SELECT 1'''),
        ('CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS ''SELECT 1'''),
        ('CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS ''SELECT 1'''),
        ('CREATE TEMPORARY TABLE t (a int)'),
        ('CREATE VIEW evaluation.v AS SELECT 1'),
        ('CREATE SCHEMA mine')
) AS attempt (command);

-- An evaluator has rights in schemas evaluation and published alone, and there may read every view, and the contract,
-- and nothing else.
DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(nspname, ', ') INTO found
    FROM pg_namespace
    WHERE has_schema_privilege('tessera_test_riga', oid, 'USAGE')
        AND nspname NOT IN ('evaluation', 'published', 'public', 'pg_catalog', 'information_schema');
    ASSERT found IS NULL, 'evaluators may use ' || found;
    SELECT string_agg(relname, ', ') INTO found
    FROM pg_class
    WHERE relnamespace IN ('evaluation'::regnamespace, 'published'::regnamespace) AND relkind = 'v'
        AND NOT (
            has_table_privilege('tessera_test_riga', oid, 'SELECT')
            AND NOT has_table_privilege('tessera_test_riga', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
            AND relowner = 'tessera_reporting'::regrole
            AND reloptions @> ARRAY['security_barrier=true']
        );
    ASSERT found IS NULL, 'wrong rights, owner or options: ' || found;
    ASSERT has_table_privilege('tessera_test_riga', 'evaluation.contract', 'SELECT')
        AND NOT has_table_privilege('tessera_test_riga', 'evaluation.contract', 'INSERT, UPDATE, DELETE, TRUNCATE');
    SELECT string_agg(c.oid::regclass::text, ', ') INTO found
    FROM pg_class AS c
    WHERE c.relkind IN ('r', 'v', 'm', 'p')
        AND c.relnamespace NOT IN ('evaluation'::regnamespace, 'published'::regnamespace)
        AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        AND (
            has_any_column_privilege('tessera_evaluator', c.oid, 'SELECT, INSERT, UPDATE')
            OR has_table_privilege('tessera_evaluator', c.oid, 'DELETE, TRUNCATE')
        );
    ASSERT found IS NULL, 'evaluators have rights on ' || found;
    -- tessera_reporting must not get at what the views are there to withhold.
    ASSERT NOT has_any_column_privilege('tessera_reporting', 'lrs.agent', 'SELECT');
    ASSERT NOT has_column_privilege('tessera_reporting', 'lrs.statement', 'payload', 'SELECT');
    ASSERT NOT has_column_privilege('tessera_reporting', 'credential.credential', 'jwt', 'SELECT');
    ASSERT NOT has_column_privilege('tessera_reporting', 'credential.credential', 'document', 'SELECT');
    SELECT string_agg(t.oid::regclass::text, ', ') INTO found
    FROM pg_class AS t
    WHERE t.relkind = 'r' AND NOT t.relrowsecurity
        AND (
            t.relnamespace = 'training'::regnamespace
            OR t.relnamespace = 'analysis'::regnamespace AND t.relname NOT IN ('progress', 'due')
            OR t.oid IN (
                'lrs.statement'::regclass, 'publication.release'::regclass, 'credential.revocation'::regclass,
                'lrs.profile_conformance'::regclass, 'credential.award'::regclass,
                'credential.award_evidence'::regclass, 'credential.credential'::regclass
            )
        );
    ASSERT found IS NULL, 'no row-level security on ' || found;
END
$$;

-- The service goes on working under row-level security.
SET LOCAL ROLE tessera_service;
DO $$
BEGIN
    ASSERT (SELECT count(*) FROM training.pilot) = 3;
    ASSERT (SELECT count(*) FROM training.enrolment) = 11;
END
$$;
RESET ROLE;
