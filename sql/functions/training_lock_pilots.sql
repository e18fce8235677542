CREATE OR REPLACE FUNCTION training.lock_pilots() RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('training.define_pilot', 0))
$$;

COMMENT ON FUNCTION training.lock_pilots() IS
    'Until the transaction ends, nobody else changes a pilot, be it its definition, a part of it or its state: a change '
    'reads what is there and writes what follows from it. Changes are rare; one at a time they cannot deadlock either. '
    'What was read before it is called may be old.';

REVOKE EXECUTE ON FUNCTION training.lock_pilots() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.lock_pilots() TO tessera_service;
