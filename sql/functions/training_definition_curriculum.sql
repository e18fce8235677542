CREATE OR REPLACE FUNCTION training.definition_curriculum(
    definition jsonb, OUT iri text, OUT version text, OUT title text
)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    curriculum jsonb := definition -> 'curriculum';
    known_code text;
    known_iri text;
    known_title text;
BEGIN
    PERFORM training.definition_object(curriculum, '/curriculum', ARRAY['code', 'iri', 'version', 'title']);
    known_code := training.definition_text(curriculum, '/curriculum', 'code', false, 'code');
    iri := training.definition_text(curriculum, '/curriculum', 'iri', known_code IS NULL, 'iri');
    version := training.definition_text(curriculum, '/curriculum', 'version', true);
    title := training.definition_text(curriculum, '/curriculum', 'title', false);
    IF known_code IS NULL THEN
        RETURN;
    END IF;
    SELECT edition.iri, COALESCE(edition.title, known.title) INTO known_iri, known_title
    FROM training.curriculum AS known
    JOIN training.curriculum_version AS edition USING (curriculum_key)
    WHERE known.code = known_code AND edition.version = definition_curriculum.version;
    IF known_iri IS NULL THEN
        PERFORM training.refuse_definition(
            '/curriculum', format('names no version of a curriculum here: %s %s', known_code, version)
        );
    ELSIF iri <> known_iri THEN
        PERFORM training.refuse_definition(
            '/curriculum/iri', format('must be left out, or be that of %s %s: %s', known_code, version, known_iri)
        );
    END IF;
    iri := known_iri;
    title := COALESCE(title, known_title);
END
$$;

COMMENT ON FUNCTION training.definition_curriculum(jsonb) IS
    'The curriculum that a pilot''s definition names: a version that is known here, by code, or any, by IRI. Raises '
    '22023 if it names none.';

REVOKE EXECUTE ON FUNCTION training.definition_curriculum(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.definition_curriculum(jsonb) TO tessera_service;
