CREATE OR REPLACE FUNCTION credential.requirement_alternatives(
    node jsonb, pointer text, depth integer, INOUT conditions jsonb, OUT alternatives jsonb
)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    word text;
    members jsonb;
    member record;
    inner_alternatives jsonb;
    score numeric;
BEGIN
    IF depth > 5 THEN
        PERFORM training.refuse_definition(pointer, 'must not have more than five groups within one another');
    END IF;
    IF jsonb_typeof(node) = 'object' AND (node ? 'all' OR node ? 'any') THEN
        PERFORM training.definition_object(node, pointer, ARRAY['all', 'any']);
        IF node ? 'all' AND node ? 'any' THEN
            PERFORM training.refuse_definition(pointer, 'must have all or any, not both');
        END IF;
        word := CASE WHEN node ? 'all' THEN 'all' ELSE 'any' END;
        members := training.definition_list(node, pointer, word);
        IF jsonb_array_length(members) = 0 THEN
            PERFORM training.refuse_definition(pointer || '/' || word, 'must have at least one condition');
        END IF;
        alternatives := CASE word WHEN 'all' THEN '[[]]' ELSE '[]' END::jsonb;
        FOR member IN
            SELECT value, ordinality - 1 AS index FROM jsonb_array_elements(members) WITH ORDINALITY ORDER BY ordinality
        LOOP
            SELECT inner_part.conditions, inner_part.alternatives INTO conditions, inner_alternatives
            FROM credential.requirement_alternatives(
                member.value, format('%s/%s/%s', pointer, word, member.index), depth + 1, conditions
            ) AS inner_part;
            IF word = 'any' THEN
                alternatives := alternatives || inner_alternatives;
            ELSE
                SELECT jsonb_agg(one.value || other.value ORDER BY one.ordinality, other.ordinality)
                INTO alternatives
                FROM jsonb_array_elements(alternatives) WITH ORDINALITY AS one
                CROSS JOIN jsonb_array_elements(inner_alternatives) WITH ORDINALITY AS other;
            END IF;
            IF jsonb_array_length(alternatives) > 64 THEN
                PERFORM training.refuse_definition(pointer, 'must not have more than 64 alternatives');
            END IF;
        END LOOP;
        RETURN;
    END IF;

    PERFORM training.definition_object(
        node, pointer, ARRAY['kind', 'minimum', 'minimumScore', 'maximumAge', 'assessors']
    );
    word := training.definition_text(node, pointer, 'kind', true);
    IF word = 'self' THEN
        PERFORM training.refuse_definition(pointer || '/kind', 'must not be self: self-assessment never counts');
    ELSIF word NOT IN ('test', 'observation', 'portfolio', 'recognition') THEN
        PERFORM training.refuse_definition(
            pointer || '/kind', 'must be test, observation, portfolio or recognition'
        );
    END IF;
    score := training.definition_number(node, pointer, 'minimumScore', false, -1, 1, 6);
    IF score IS NOT NULL AND word <> 'test' THEN
        PERFORM training.refuse_definition(pointer || '/minimumScore', 'is for tests only');
    END IF;
    IF COALESCE(training.definition_text(node, pointer, 'assessors', false), 'any') NOT IN ('any', 'authorised') THEN
        PERFORM training.refuse_definition(pointer || '/assessors', 'must be any or authorised');
    END IF;
    conditions := conditions || jsonb_build_array(jsonb_build_object(
        'kind', word,
        'minimum', COALESCE(training.definition_number(node, pointer, 'minimum', false, 1, 100, 0), 1),
        'minimumScore', score,
        'maximumAge', credential.definition_duration(node, pointer, 'maximumAge'),
        'assessors', COALESCE(node ->> 'assessors', 'any')
    ));
    IF jsonb_array_length(conditions) > 20 THEN
        PERFORM training.refuse_definition(pointer, 'must not be the twenty-first condition of a rule');
    END IF;
    alternatives := jsonb_build_array(jsonb_build_array(jsonb_array_length(conditions)));
END
$$;

COMMENT ON FUNCTION credential.requirement_alternatives(jsonb, text, integer, jsonb) IS
    'Checks what a rule requires, adds its conditions to those found before, and multiplies its groups out into '
    'alternatives: lists of the conditions'' places. Raises 22023 with the field at fault.';

REVOKE EXECUTE ON FUNCTION credential.requirement_alternatives(jsonb, text, integer, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.requirement_alternatives(jsonb, text, integer, jsonb) TO tessera_service;
