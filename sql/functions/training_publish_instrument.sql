CREATE OR REPLACE FUNCTION training.publish_instrument(of_version bigint, publisher text) RETURNS boolean
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    UPDATE training.instrument_version
    SET state = 'published', published_at = now(), published_by = publisher
    WHERE instrument_version_key = of_version AND state = 'draft'
    RETURNING true
$$;

COMMENT ON FUNCTION training.publish_instrument(bigint, text) IS
    'Publishes a version of an instrument, which never changes again. Null if it is published already.';

REVOKE EXECUTE ON FUNCTION training.publish_instrument(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.publish_instrument(bigint, text) TO tessera_service;
