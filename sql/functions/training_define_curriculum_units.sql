CREATE OR REPLACE FUNCTION training.define_curriculum_units(of_version bigint, of_document bigint, units jsonb)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    unit jsonb;
    node jsonb;
    unit_place bigint;
    place bigint;
    pointer text;
    wanted training.curriculum_unit;
    taught bigint;
    taught_so_far bigint[];
BEGIN
    FOR unit, unit_place IN SELECT * FROM jsonb_array_elements(units) WITH ORDINALITY LOOP
        pointer := '/units/' || unit_place - 1;
        PERFORM training.definition_object(unit, pointer, ARRAY['title', 'hours', 'method', 'description', 'teaches']);
        wanted.title := training.definition_text(unit, pointer, 'title', true);
        wanted.description := training.definition_text(unit, pointer, 'description', false);
        wanted.method := training.definition_text(unit, pointer, 'method', true);
        IF wanted.method NOT IN (
            'lecture', 'seminar', 'workshop', 'exercise', 'simulation', 'e-learning', 'site-visit', 'mentoring',
            'on-the-job', 'self-study', 'assessment', 'other'
        ) THEN
            PERFORM training.refuse_definition(
                pointer || '/method',
                'must be lecture, seminar, workshop, exercise, simulation, e-learning, site-visit, mentoring, '
                'on-the-job, self-study, assessment or other'
            );
        ELSIF NULLIF(unit -> 'hours', 'null') IS NULL THEN
            PERFORM training.refuse_definition(pointer || '/hours', 'is required');
        ELSIF jsonb_typeof(unit -> 'hours') <> 'number' OR (unit ->> 'hours')::numeric NOT BETWEEN 0.01 AND 9999
            OR scale(trim_scale((unit ->> 'hours')::numeric)) > 2 THEN
            PERFORM training.refuse_definition(
                pointer || '/hours', 'must be a number of hours from 0.01 to 9999, of at most two decimals'
            );
        END IF;
        INSERT INTO training.curriculum_unit (
            curriculum_version_key, document_key, position, title, hours, method, description
        )
        VALUES (
            of_version, of_document, unit_place, wanted.title, (unit ->> 'hours')::numeric, wanted.method,
            wanted.description
        )
        RETURNING unit_key INTO wanted.unit_key;
        taught_so_far := '{}';
        FOR node, place IN
            SELECT * FROM jsonb_array_elements(training.definition_list(unit, pointer, 'teaches')) WITH ORDINALITY
        LOOP
            pointer := format('/units/%s/teaches/%s', unit_place - 1, place - 1);
            PERFORM training.definition_object(node, pointer, ARRAY['competence', 'level']);
            taught := training.definition_item(
                of_document, training.definition_text(node, pointer, 'competence', true), pointer || '/competence',
                ARRAY['competence']
            );
            IF taught = ANY (taught_so_far) THEN
                PERFORM training.refuse_definition(pointer || '/competence', 'is listed twice');
            END IF;
            taught_so_far := taught_so_far || taught;
            INSERT INTO training.curriculum_teaching (
                unit_key, curriculum_version_key, document_key, competence_key, level
            )
            VALUES (
                wanted.unit_key, of_version, of_document, taught, training.definition_level(node, pointer, taught)
            );
        END LOOP;
    END LOOP;
END
$$;

COMMENT ON FUNCTION training.define_curriculum_units(bigint, bigint, jsonb) IS
    'The part of training.define_curriculum_version that checks and keeps the units and what they teach.';

REVOKE EXECUTE ON FUNCTION training.define_curriculum_units(bigint, bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_curriculum_units(bigint, bigint, jsonb) TO tessera_service;
