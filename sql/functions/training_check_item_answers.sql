CREATE OR REPLACE FUNCTION training.check_item_answers(node jsonb, pointer text, interaction text, kind text)
    RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    -- What each interaction type offers to answer with (xAPI 2.0 §4.2.2.1).
    wanted text[] := CASE interaction
        WHEN 'choice' THEN '{choices}' WHEN 'sequencing' THEN '{choices}' WHEN 'likert' THEN '{scale}'
        WHEN 'matching' THEN '{source,target}' WHEN 'performance' THEN '{steps}'
        WHEN 'true-false' THEN '{}' WHEN 'fill-in' THEN '{}' WHEN 'long-fill-in' THEN '{}' WHEN 'numeric' THEN '{}'
        WHEN 'other' THEN '{}'
    END;
    component text;
    option jsonb;
    place bigint;
    answer jsonb;
    part text;
    ids text[];
BEGIN
    IF wanted IS NULL THEN
        PERFORM training.refuse_definition(
            pointer || '/interaction',
            'must be true-false, choice, fill-in, long-fill-in, matching, performance, sequencing, likert, numeric '
                || 'or other'
        );
    END IF;
    FOREACH component IN ARRAY ARRAY['choices', 'scale', 'source', 'target', 'steps'] LOOP
        IF component <> ALL (wanted) THEN
            IF NULLIF(node -> component, 'null') IS NOT NULL THEN
                PERFORM training.refuse_definition(
                    pointer || '/' || component, format('is not for the interaction %s', interaction)
                );
            END IF;
            CONTINUE;
        END IF;
        IF jsonb_array_length(training.definition_list(node, pointer, component)) < 2 THEN
            PERFORM training.refuse_definition(pointer || '/' || component, 'must have at least two entries');
        END IF;
        ids := '{}';
        FOR option, place IN SELECT * FROM jsonb_array_elements(node -> component) WITH ORDINALITY LOOP
            PERFORM training.definition_object(
                option, format('%s/%s/%s', pointer, component, place - 1), ARRAY['id', 'label']
            );
            part := training.definition_text(option, format('%s/%s/%s', pointer, component, place - 1), 'id', true);
            IF part = ANY (ids) THEN
                PERFORM training.refuse_definition(
                    format('%s/%s/%s/id', pointer, component, place - 1), 'is listed twice'
                );
            END IF;
            ids := ids || part;
            PERFORM training.definition_texts(
                option, format('%s/%s/%s', pointer, component, place - 1), 'label', false
            );
        END LOOP;
    END LOOP;

    IF NULLIF(node -> 'correctResponses', 'null') IS NULL THEN
        RETURN;
    ELSIF interaction = 'likert' OR kind IN ('survey', 'self-assessment', 'follow-up') THEN
        PERFORM training.refuse_definition(
            pointer || '/correctResponses',
            format('must be left out: no answer is right or wrong in a %s', CASE interaction
                WHEN 'likert' THEN 'likert item' ELSE kind END)
        );
    ELSIF jsonb_array_length(training.definition_list(node, pointer, 'correctResponses')) = 0 THEN
        PERFORM training.refuse_definition(pointer || '/correctResponses', 'must have at least one entry');
    END IF;
    FOR answer, place IN SELECT * FROM jsonb_array_elements(node -> 'correctResponses') WITH ORDINALITY LOOP
        IF jsonb_typeof(answer) <> 'string' THEN
            PERFORM training.refuse_definition(
                format('%s/correctResponses/%s', pointer, place - 1), 'must be a string'
            );
        ELSIF interaction = 'true-false' AND answer #>> '{}' NOT IN ('true', 'false') THEN
            PERFORM training.refuse_definition(
                format('%s/correctResponses/%s', pointer, place - 1), 'must be true or false'
            );
        ELSIF interaction IN ('choice', 'sequencing') THEN
            FOR part IN SELECT * FROM string_to_table(answer #>> '{}', '[,]') LOOP
                IF part <> ALL (ids) THEN
                    PERFORM training.refuse_definition(
                        format('%s/correctResponses/%s', pointer, place - 1),
                        format('names no choice of the item: %s', part)
                    );
                END IF;
            END LOOP;
        END IF;
    END LOOP;
END
$$;

COMMENT ON FUNCTION training.check_item_answers(jsonb, text, text, text) IS
    'Raises 22023 unless an item offers what its interaction type answers with, and its key fits that.';

REVOKE EXECUTE ON FUNCTION training.check_item_answers(jsonb, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.check_item_answers(jsonb, text, text, text) TO tessera_service;
