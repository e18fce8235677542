CREATE OR REPLACE FUNCTION training.publish_methodology(of_methodology bigint, publisher text) RETURNS boolean
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    UPDATE training.methodology
    SET state = 'published', published_at = now(), published_by = publisher
    WHERE methodology_key = of_methodology AND state = 'draft'
    RETURNING true
$$;

COMMENT ON FUNCTION training.publish_methodology(bigint, text) IS
    'Publishes a version of a methodology, which never changes again. Null if it is published already.';

REVOKE EXECUTE ON FUNCTION training.publish_methodology(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.publish_methodology(bigint, text) TO tessera_service;
