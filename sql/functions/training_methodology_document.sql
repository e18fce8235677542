CREATE OR REPLACE FUNCTION training.methodology_document(of_methodology bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'code', methodology.code,
        'version', methodology.version,
        'derivedFrom', ancestor.version,
        'state', methodology.state,
        'publishedAt', methodology.published_at
    )) || methodology.document
    FROM training.methodology
    LEFT JOIN training.methodology AS ancestor ON ancestor.methodology_key = methodology.derived_from
    WHERE methodology.methodology_key = of_methodology
$$;

COMMENT ON FUNCTION training.methodology_document(bigint) IS
    'A version of a methodology as training.define_methodology takes it, with its state.';

REVOKE EXECUTE ON FUNCTION training.methodology_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.methodology_document(bigint) TO tessera_service;
