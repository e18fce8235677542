CREATE OR REPLACE FUNCTION training.definition_metric(node jsonb, pointer text) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    relation oid;
    wrong text;
BEGIN
    PERFORM training.definition_object(node, pointer, ARRAY['view', 'key', 'column']);
    -- Views about single people, or about no pilot, have no metric: they lack one of these columns. Findings rest on
    -- other things than findings.
    SELECT known.oid INTO relation
    FROM pg_class AS known
    WHERE known.relnamespace = 'evaluation'::regnamespace AND known.relkind = 'v'
        AND known.relname <> 'findings'
        AND known.relname = training.definition_text(node, pointer, 'view', true)
        AND (
            SELECT count(*) FROM pg_attribute AS attribute
            WHERE attribute.attrelid = known.oid AND attribute.attname IN ('pilot', 'n', 'suppressed', 'as_of')
        ) = 4;
    IF NOT FOUND THEN
        PERFORM training.refuse_definition(
            pointer || '/view', 'must be a view of schema evaluation with the columns pilot, n and suppressed'
        );
    END IF;
    PERFORM training.definition_text(node, pointer, 'column', true);
    IF NOT EXISTS (
        SELECT FROM pg_attribute AS attribute
        WHERE attribute.attrelid = relation AND attribute.attname = node ->> 'column' AND attribute.attnum > 0
            AND attribute.atttypid IN (
                'smallint'::regtype, 'integer'::regtype, 'bigint'::regtype, 'numeric'::regtype,
                'real'::regtype, 'double precision'::regtype
            )
    ) THEN
        PERFORM training.refuse_definition(
            pointer || '/column', format('must be a column of evaluation.%s that is a number', node ->> 'view')
        );
    END IF;
    IF NULLIF(node -> 'key', 'null') IS NOT NULL AND jsonb_typeof(node -> 'key') <> 'object' THEN
        PERFORM training.refuse_definition(pointer || '/key', 'must be an object of columns and their values');
    END IF;
    SELECT part.key INTO wrong
    FROM jsonb_each(NULLIF(node -> 'key', 'null')) AS part
    WHERE jsonb_typeof(part.value) IN ('object', 'array') OR part.key IN ('pilot', 'as_of')
        OR NOT EXISTS (
            SELECT FROM pg_attribute AS attribute
            WHERE attribute.attrelid = relation AND attribute.attname = part.key AND attribute.attnum > 0
        )
    ORDER BY part.key
    LIMIT 1;
    IF FOUND THEN
        PERFORM training.refuse_definition(
            pointer || '/key/' || replace(replace(wrong, '~', '~0'), '/', '~1'),
            format('must be a column of evaluation.%s other than pilot and as_of, with a single value', node ->> 'view')
        );
    END IF;
    RETURN COALESCE(NULLIF(node -> 'key', 'null'), '{}');
END
$$;

COMMENT ON FUNCTION training.definition_metric(jsonb, text) IS
    'The key of a metric, {"view": "gain_by_competence", "key": {"competence": "B3"} ?, "column": "gain_mean"}, if '
    'view, columns of the key and column are there and can be one; raises 22023 otherwise.';

REVOKE EXECUTE ON FUNCTION training.definition_metric(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_metric(jsonb, text) TO tessera_service;
