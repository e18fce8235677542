CREATE OR REPLACE FUNCTION training.define_instrument_items(of_version bigint, items jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    edition training.instrument_version;
    kind text;
    node jsonb;
    place bigint;
    pointer text;
    competence_code text;
    wanted training.instrument_item;
    iris text[] := '{}';
    types text[] := '{}';
BEGIN
    SELECT version.* INTO edition FROM training.instrument_version AS version
    WHERE version.instrument_version_key = of_version;
    SELECT instrument.kind INTO kind FROM training.instrument WHERE instrument_key = edition.instrument_key;
    DELETE FROM training.instrument_item WHERE instrument_version_key = of_version;

    FOR node, place IN SELECT * FROM jsonb_array_elements(items) WITH ORDINALITY LOOP
        pointer := '/items/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY[
            'iri', 'text', 'interaction', 'choices', 'scale', 'source', 'target', 'steps', 'correctResponses',
            'reversed', 'competence', 'targetLevel', 'kirkpatrick', 'aspect'
        ]);
        wanted.iri := training.definition_text(node, pointer, 'iri', true, 'iri');
        IF wanted.iri = ANY (iris) THEN
            PERFORM training.refuse_definition(pointer || '/iri', 'is that of an earlier item of this version');
        ELSIF wanted.iri = edition.iri THEN
            PERFORM training.refuse_definition(pointer || '/iri', 'must differ from the IRI of the version');
        END IF;
        PERFORM training.refuse_other_meaning(pointer || '/iri', wanted.iri, 'item');
        iris := iris || wanted.iri;
        -- In a self-assessment the item is the competence itself.
        types := types || CASE
            WHEN wanted.iri ~* '/cfitems/[0-9a-f-]{36}$' THEN 'https://w3id.org/xapi/tla/activity-types/competency'
            ELSE 'http://adlnet.gov/expapi/activities/cmi.interaction'
        END;
    END LOOP;
    PERFORM lrs.define_activities(iris, types);

    FOR node, place IN SELECT * FROM jsonb_array_elements(items) WITH ORDINALITY LOOP
        pointer := '/items/' || place - 1;
        wanted := NULL;
        wanted.iri := iris[place];
        wanted.texts := training.definition_texts(node, pointer, 'text', true);
        wanted.interaction := training.definition_text(node, pointer, 'interaction', true);
        wanted.reversed := COALESCE(training.definition_flag(node, pointer, 'reversed'), false);
        IF wanted.reversed AND wanted.interaction NOT IN ('likert', 'numeric') THEN
            PERFORM training.refuse_definition(pointer || '/reversed', 'is only for scales and numbers');
        END IF;
        PERFORM training.check_item_answers(node, pointer, wanted.interaction, kind);
        IF NULLIF(node -> 'correctResponses', 'null') IS NOT NULL THEN
            wanted.correct_responses := ARRAY(SELECT jsonb_array_elements_text(node -> 'correctResponses'));
        END IF;

        competence_code := training.definition_text(node, pointer, 'competence', false);
        wanted.target_level := training.definition_number(node, pointer, 'targetLevel', false, 1, 4, 0);
        wanted.kirkpatrick_level := training.definition_number(node, pointer, 'kirkpatrick', false, 1, 4, 0);
        wanted.aspect := training.definition_text(node, pointer, 'aspect', false);
        IF wanted.aspect NOT IN (
            'satisfaction', 'engagement', 'relevance', 'knowledge', 'skill', 'attitude', 'confidence', 'commitment'
        ) THEN
            PERFORM training.refuse_definition(
                pointer || '/aspect',
                'must be satisfaction, engagement, relevance, knowledge, skill, attitude, confidence or commitment'
            );
        END IF;
        IF competence_code IS NOT NULL THEN
            IF edition.document_key IS NULL THEN
                PERFORM training.refuse_definition('/framework', 'is required where items name competences');
            END IF;
            SELECT item.identifier INTO wanted.competence_item
            FROM framework.item
            WHERE item.document_key = edition.document_key AND item.kind = 'competence' AND item.code = competence_code;
            IF NOT FOUND THEN
                PERFORM training.refuse_definition(
                    pointer || '/competence', format('names no competence of the framework: %s', competence_code)
                );
            END IF;
        ELSIF wanted.target_level IS NOT NULL THEN
            PERFORM training.refuse_definition(pointer || '/targetLevel', 'is only for items with a competence');
        END IF;

        INSERT INTO training.instrument_item (
            instrument_version_key, position, iri, activity_key, texts, interaction, correct_responses, reversed,
            competence_item, target_level, kirkpatrick_level, aspect
        )
        SELECT of_version, place, wanted.iri, activity.activity_key, wanted.texts, wanted.interaction,
            wanted.correct_responses, wanted.reversed, wanted.competence_item, wanted.target_level,
            wanted.kirkpatrick_level, wanted.aspect
        FROM lrs.activity
        WHERE activity.iri = wanted.iri
        RETURNING instrument_item_key INTO wanted.instrument_item_key;
        INSERT INTO training.instrument_option (instrument_item_key, component, position, option_id, labels)
        SELECT wanted.instrument_item_key, component, options.place, options.option ->> 'id',
            COALESCE(NULLIF(options.option -> 'label', 'null'), '{}')
        FROM unnest(ARRAY['choices', 'scale', 'source', 'target', 'steps']) AS component
        CROSS JOIN LATERAL jsonb_array_elements(COALESCE(NULLIF(node -> component, 'null'), '[]'))
            WITH ORDINALITY AS options (option, place);
    END LOOP;
END
$$;

COMMENT ON FUNCTION training.define_instrument_items(bigint, jsonb) IS
    'The part of training.define_instrument that checks and keeps the items.';

REVOKE EXECUTE ON FUNCTION training.define_instrument_items(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_instrument_items(bigint, jsonb) TO tessera_service;
