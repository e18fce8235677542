CREATE OR REPLACE FUNCTION training.shape_faults(node jsonb, shape jsonb, place text)
    RETURNS TABLE (pointer text, rule text)
    LANGUAGE plpgsql IMMUTABLE ROWS 10
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF node IS NULL OR node = 'null' THEN
        RETURN QUERY SELECT place, 'is required';
    ELSIF shape ->> 'kind' = 'object' THEN
        IF jsonb_typeof(node) <> 'object' THEN
            RETURN QUERY SELECT place, 'must be an object';
            RETURN;
        END IF;
        RETURN QUERY
        SELECT place || '/' || replace(replace(field, '~', '~0'), '/', '~1'), 'is not a known field; known are ' || (
            SELECT string_agg(known, ', ' ORDER BY known) FROM jsonb_object_keys(shape -> 'fields') AS known
        )
        FROM jsonb_object_keys(node) AS field
        WHERE NOT shape -> 'fields' ? field
        ORDER BY field;
        RETURN QUERY
        SELECT fault.pointer, fault.rule
        FROM jsonb_each(shape -> 'fields') AS field
        CROSS JOIN LATERAL training.shape_faults(node -> field.key, field.value, place || '/' || field.key) AS fault
        WHERE NULLIF(node -> field.key, 'null') IS NOT NULL OR NOT COALESCE(shape -> 'optional' ? field.key, false);
    ELSIF shape ->> 'kind' = 'list' THEN
        IF jsonb_typeof(node) <> 'array' THEN
            RETURN QUERY SELECT place, 'must be an array';
            RETURN;
        END IF;
        IF node = '[]' THEN
            RETURN QUERY SELECT place, 'must have at least one element';
        END IF;
        RETURN QUERY
        SELECT fault.pointer, fault.rule
        FROM jsonb_array_elements(node) WITH ORDINALITY AS element (value, number)
        CROSS JOIN LATERAL training.shape_faults(
            element.value, shape -> 'of', place || '/' || (element.number - 1)
        ) AS fault;
        -- One name twice is told at the second.
        RETURN QUERY
        SELECT place || '/' || (named.number - 1) || '/' || (shape ->> 'unique'), 'is there before'
        FROM (
            SELECT
                element.number, element.value ->> (shape ->> 'unique') AS name,
                row_number() OVER (PARTITION BY element.value ->> (shape ->> 'unique') ORDER BY element.number) AS time
            FROM jsonb_array_elements(node) WITH ORDINALITY AS element (value, number)
            WHERE jsonb_typeof(element.value) = 'object'
        ) AS named
        WHERE named.time > 1 AND named.name IS NOT NULL;
    ELSIF shape ->> 'kind' = 'flag' THEN
        IF jsonb_typeof(node) <> 'boolean' THEN
            RETURN QUERY SELECT place, 'must be true or false';
        END IF;
    ELSIF shape ->> 'kind' = 'number' THEN
        IF jsonb_typeof(node) <> 'number' THEN
            RETURN QUERY SELECT place, 'must be a number';
        ELSIF node::numeric NOT BETWEEN (shape ->> 'from')::numeric AND (shape ->> 'to')::numeric
            OR scale(trim_scale(node::numeric)) > 0 THEN
            RETURN QUERY SELECT place, format('must be a whole number from %s to %s', shape ->> 'from', shape ->> 'to');
        END IF;
    ELSIF jsonb_typeof(node) <> 'string' THEN
        RETURN QUERY SELECT place, 'must be a string';
    ELSIF shape ->> 'kind' = 'choice' THEN
        IF NOT shape -> 'of' ? (node #>> '{}') THEN
            RETURN QUERY SELECT place, 'must be one of ' || (
                SELECT string_agg(choice, ', ' ORDER BY number)
                FROM jsonb_array_elements_text(shape -> 'of') WITH ORDINALITY AS listed (choice, number)
            );
        END IF;
    ELSIF btrim(node #>> '{}', E' \t\r\n') = '' OR length(node #>> '{}') > (shape ->> 'most')::integer THEN
        RETURN QUERY SELECT place, format('must have 1 to %s characters', shape ->> 'most');
    ELSIF (node #>> '{}') !~ COALESCE(shape ->> 'pattern', '') THEN
        RETURN QUERY SELECT place, 'must be ' || (shape ->> 'meaning');
    END IF;
END
$$;

COMMENT ON FUNCTION training.shape_faults(jsonb, jsonb, text) IS
$$Everything in which a JSON document deviates from a shape: JSON Pointer (RFC 6901) and rule; no row if nothing. Shapes:

{"kind": "object", "fields": {"<name>": <shape>, ...}, "optional": ["<name>", ...] ?}    and no other fields
{"kind": "list", "of": <shape>, "unique": "<field>" ?}                                  at least one element
{"kind": "text", "most": 200, "pattern": "^...$" ?, "meaning": "..." ?}     meaning: what the pattern stands for
{"kind": "choice", "of": ["...", ...]}
{"kind": "number", "from": 1, "to": 4}                                                  whole
{"kind": "flag"}$$;

REVOKE EXECUTE ON FUNCTION training.shape_faults(jsonb, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.shape_faults(jsonb, jsonb, text) TO tessera_service;
