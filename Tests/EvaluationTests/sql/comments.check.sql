-- The schema explains itself: every table, view and function, and every column, has a comment.
DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(format('%s.%s', c.oid::regclass, a.attname), ', ' ORDER BY c.oid::regclass::text, a.attnum)
    INTO found
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname IN ('framework', 'training', 'evaluation', 'analysis', 'credential', 'lrs', 'ops', 'publication',
            'published')
        AND c.relkind IN ('r', 'v', 'm', 'p')
        AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL);
    ASSERT found IS NULL, 'without comment: ' || found;
    SELECT string_agg(p.oid::regprocedure::text, ', ') INTO found
    FROM pg_proc AS p
    JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('framework', 'training', 'evaluation', 'publication') AND obj_description(p.oid, 'pg_proc') IS NULL;
    ASSERT found IS NULL, 'without comment: ' || found;
END
$$;
