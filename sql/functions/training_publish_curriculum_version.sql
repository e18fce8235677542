CREATE OR REPLACE FUNCTION training.publish_curriculum_version(of_code text, of_version text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_curriculum bigint := training.own_curriculum(of_code);
    wanted training.curriculum_version;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_curriculum', 0));
    SELECT version.* INTO wanted
    FROM training.curriculum_version AS version
    WHERE version.curriculum_key = of_curriculum AND version.version = of_version
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'curriculum % has no version %', of_code, of_version USING ERRCODE = 'no_data_found';
    ELSIF wanted.state = 'published' THEN
        RETURN;
    ELSIF NOT EXISTS (
        SELECT FROM training.curriculum_profile WHERE curriculum_version_key = wanted.curriculum_version_key
    ) THEN
        PERFORM training.refuse_definition('/profiles', 'must name at least one profile before publication');
    ELSIF NOT EXISTS (
        SELECT FROM training.curriculum_teaching WHERE curriculum_version_key = wanted.curriculum_version_key
    ) THEN
        PERFORM training.refuse_definition('/units', 'must teach at least one competence before publication');
    END IF;
    UPDATE training.curriculum_version SET state = 'published', published_at = now(), changed_at = now()
    WHERE curriculum_version_key = wanted.curriculum_version_key;
END
$$;

COMMENT ON FUNCTION training.publish_curriculum_version(text, text) IS
    'Publishes a version of a curriculum, which then never changes; of a published one nothing changes. Raises 22023 '
    'if it names no profile or teaches nothing, P0002 if there is no such version, or it is another partner''s.';

REVOKE EXECUTE ON FUNCTION training.publish_curriculum_version(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.publish_curriculum_version(text, text) TO tessera_service;
