CREATE OR REPLACE FUNCTION training.define_curriculum(definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.curriculum;
    node jsonb;
    place bigint;
    owner text;
    owners text[] := '{}';
    added bigint;
    gone bigint;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['code', 'title', 'description', 'partners']);
    wanted.code := training.definition_text(definition, '', 'code', true, 'code');
    wanted.title := training.definition_text(definition, '', 'title', true);
    wanted.description := training.definition_text(definition, '', 'description', false);
    FOR node, place IN
        SELECT * FROM jsonb_array_elements(training.definition_list(definition, '', 'partners')) WITH ORDINALITY
    LOOP
        owner := training.definition_text(
            jsonb_build_object((place - 1)::text, node), '/partners', (place - 1)::text, true, 'code'
        );
        IF owner = ANY (owners) THEN
            PERFORM training.refuse_definition('/partners/' || place - 1, 'is listed twice');
        ELSIF NOT EXISTS (SELECT FROM training.partner WHERE partner.code = owner) THEN
            PERFORM training.refuse_definition('/partners/' || place - 1, 'names no partner here: ' || owner);
        END IF;
        owners := owners || owner;
    END LOOP;
    IF owners = '{}' THEN
        PERFORM training.refuse_definition('/partners', 'must name at least one partner');
    ELSIF training.asking_partner() <> ALL (owners) THEN
        PERFORM training.refuse_definition(
            '/partners', format('must name %s, the partner of the key that is used', training.asking_partner())
        );
    END IF;

    -- Definitions are rare; one at a time they cannot deadlock.
    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_curriculum', 0));
    INSERT INTO training.curriculum AS earlier (code, title, description)
    VALUES (wanted.code, wanted.title, wanted.description)
    ON CONFLICT (code) DO UPDATE SET
        title = excluded.title, description = excluded.description, changed_at = now()
    WHERE (earlier.title, earlier.description) IS DISTINCT FROM (excluded.title, excluded.description);
    SELECT curriculum.curriculum_key INTO wanted.curriculum_key
    FROM training.curriculum WHERE curriculum.code = wanted.code;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'curriculum % is another partner''s', wanted.code USING ERRCODE = 'insufficient_privilege';
    END IF;

    INSERT INTO training.curriculum_partner (curriculum_key, partner_key)
    SELECT wanted.curriculum_key, partner.partner_key FROM training.partner WHERE partner.code = ANY (owners)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    DELETE FROM training.curriculum_partner
    USING training.partner
    WHERE curriculum_partner.curriculum_key = wanted.curriculum_key
        AND partner.partner_key = curriculum_partner.partner_key
        AND partner.code <> ALL (owners);
    GET DIAGNOSTICS gone = ROW_COUNT;
    IF added + gone > 0 THEN
        UPDATE training.curriculum SET changed_at = now() WHERE curriculum_key = wanted.curriculum_key;
    END IF;
END
$$;

COMMENT ON FUNCTION training.define_curriculum(jsonb) IS
$$Defines a curriculum and who owns it, or changes that, from one JSON document; the same document twice changes
nothing. Field by field (? optional):

{"code": "local-police", "title": "...", "description": "..." ?, "partners": ["riga", "torun"]}       at least one

A document that breaks a rule changes nothing and raises SQLSTATE 22023; the message names the field (JSON Pointer) and
the rule, the detail is the pointer. 42501: the curriculum is another partner's.$$;

REVOKE EXECUTE ON FUNCTION training.define_curriculum(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_curriculum(jsonb) TO tessera_service;
