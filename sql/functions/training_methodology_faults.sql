CREATE OR REPLACE FUNCTION training.methodology_faults(definition jsonb) RETURNS TABLE (pointer text, rule text)
    LANGUAGE plpgsql STABLE ROWS 10
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT fault.pointer, fault.rule FROM training.shape_faults(definition, training.methodology_shape(), '') AS fault;
    -- What parts say of each other is asked only where every part is what it should be.
    IF FOUND THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT format('/instruments/%s/phase', instrument.number - 1), 'must be one of the phases'
    FROM jsonb_array_elements(definition -> 'instruments') WITH ORDINALITY AS instrument (value, number)
    WHERE NOT definition -> 'phases' @> jsonb_build_array(jsonb_build_object('phase', instrument.value -> 'phase'));
    RETURN QUERY
    SELECT '/thresholds/publication', 'must not be less than internal'
    WHERE (definition #>> '{thresholds,publication}')::numeric < (definition #>> '{thresholds,internal}')::numeric;
    RETURN QUERY
    SELECT
        format('/formulas/%s/%s', formula.number - 1, CASE WHEN relation.oid IS NULL THEN 'view' ELSE 'column' END),
        CASE
            WHEN relation.oid IS NULL THEN 'must be a view of schema evaluation'
            ELSE format('must be a column of evaluation.%s', relation.relname)
        END
    FROM jsonb_array_elements(definition -> 'formulas') WITH ORDINALITY AS formula (value, number)
    LEFT JOIN pg_class AS relation ON relation.relnamespace = 'evaluation'::regnamespace AND relation.relkind = 'v'
        AND relation.relname = formula.value ->> 'view'
    WHERE NOT EXISTS (
        SELECT FROM pg_attribute AS attribute
        WHERE attribute.attrelid = relation.oid AND attribute.attnum > 0 AND NOT attribute.attisdropped
            AND attribute.attname = formula.value ->> 'column'
    )
    ORDER BY formula.number;
    RETURN QUERY
    SELECT format('/outline/%s/number', section.number - 1), format('must be %s: sections count up', section.number - 1)
    FROM jsonb_array_elements(definition -> 'outline') WITH ORDINALITY AS section (value, number)
    WHERE (section.value ->> 'number')::numeric <> section.number - 1
    ORDER BY section.number;
END
$$;

COMMENT ON FUNCTION training.methodology_faults(jsonb) IS
    'Everything that is wrong with the document of a methodology, by itself: JSON Pointer (RFC 6901) and rule; no row '
    'if nothing. Its formulas name columns that the views of this installation have.';

REVOKE EXECUTE ON FUNCTION training.methodology_faults(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.methodology_faults(jsonb) TO tessera_service;
