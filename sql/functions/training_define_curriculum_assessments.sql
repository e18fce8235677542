CREATE OR REPLACE FUNCTION training.define_curriculum_assessments(
    of_version bigint, of_document bigint, assessments jsonb
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    pointer text;
    wanted training.curriculum_assessment;
BEGIN
    FOR node, place IN SELECT * FROM jsonb_array_elements(assessments) WITH ORDINALITY LOOP
        pointer := '/assessments/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY['instrument', 'title', 'competence', 'level']);
        wanted.instrument_iri := training.definition_text(node, pointer, 'instrument', true, 'iri');
        wanted.title := training.definition_text(node, pointer, 'title', false);
        wanted.competence_key := training.definition_item(
            of_document, training.definition_text(node, pointer, 'competence', true), pointer || '/competence',
            ARRAY['competence']
        );
        wanted.level := training.definition_level(node, pointer, wanted.competence_key);
        INSERT INTO training.curriculum_assessment (
            curriculum_version_key, document_key, instrument_iri, title, competence_key, level
        )
        VALUES (
            of_version, of_document, wanted.instrument_iri, wanted.title, wanted.competence_key, wanted.level
        )
        ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            PERFORM training.refuse_definition(pointer, 'lists instrument and competence a second time');
        END IF;
    END LOOP;
END
$$;

COMMENT ON FUNCTION training.define_curriculum_assessments(bigint, bigint, jsonb) IS
    'The part of training.define_curriculum_version that checks and keeps the assessments.';

REVOKE EXECUTE ON FUNCTION training.define_curriculum_assessments(bigint, bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_curriculum_assessments(bigint, bigint, jsonb) TO tessera_service;
