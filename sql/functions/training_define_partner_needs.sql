CREATE OR REPLACE FUNCTION training.define_partner_needs(of_code text, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_partner bigint := training.own_partner(of_code);
    needs jsonb;
    node jsonb;
    place bigint;
    pointer text;
    wanted training.partner_need;
    touched text;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['needs']);
    needs := training.definition_whole_list(definition, '', 'needs');
    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_partner_needs', of_partner));
    DELETE FROM training.partner_need WHERE partner_key = of_partner AND position > jsonb_array_length(needs);
    FOR node, place IN SELECT * FROM jsonb_array_elements(needs) WITH ORDINALITY LOOP
        pointer := '/needs/' || place - 1;
        PERFORM training.definition_object(
            node, pointer, ARRAY['text', 'framework', 'item', 'priority', 'source', 'notedOn']
        );
        wanted := NULL;
        wanted.text := training.definition_text(node, pointer, 'text', true);
        wanted.source := training.definition_text(node, pointer, 'source', false);
        wanted.noted_on := training.definition_date(node, pointer, 'notedOn', true);
        wanted.priority := COALESCE(training.definition_text(node, pointer, 'priority', false), 'medium');
        IF wanted.priority NOT IN ('low', 'medium', 'high') THEN
            PERFORM training.refuse_definition(pointer || '/priority', 'must be low, medium or high');
        END IF;
        touched := training.definition_text(node, pointer, 'item', false);
        IF touched IS NOT NULL THEN
            wanted.document_key := training.definition_framework(node, pointer);
            wanted.item_key := training.definition_item(
                wanted.document_key, touched, pointer || '/item', ARRAY['area', 'competence']
            );
            wanted.item_kind := (SELECT item.kind FROM framework.item WHERE item.item_key = wanted.item_key);
        ELSIF NULLIF(node -> 'framework', 'null') IS NOT NULL THEN
            PERFORM training.refuse_definition(pointer || '/item', 'is required where a framework is named');
        END IF;
        INSERT INTO training.partner_need AS earlier (
            partner_key, position, text, document_key, item_key, item_kind, priority, source, noted_on
        )
        VALUES (
            of_partner, place, wanted.text, wanted.document_key, wanted.item_key, wanted.item_kind, wanted.priority,
            wanted.source, wanted.noted_on
        )
        ON CONFLICT (partner_key, position) DO UPDATE SET
            text = excluded.text, document_key = excluded.document_key, item_key = excluded.item_key,
            item_kind = excluded.item_kind, priority = excluded.priority, source = excluded.source,
            noted_on = excluded.noted_on
        WHERE (earlier.text, earlier.item_key, earlier.priority, earlier.source, earlier.noted_on)
            IS DISTINCT FROM (excluded.text, excluded.item_key, excluded.priority, excluded.source, excluded.noted_on);
    END LOOP;
END
$$;

COMMENT ON FUNCTION training.define_partner_needs(text, jsonb) IS
$$Replaces a partner's list of needs by that of one JSON document; the same document twice changes nothing. Field by
field (? optional):

{"needs": [{
  "text": "...",                                     the need in words
  "framework": {"code": "IUS", "version": "0.1"} ?, "item": "B3" ?,     the area or competence that it touches
  "priority": "low" | "medium" | "high" ?,           left out: medium
  "source": "..." ?,                                 how it is known
  "notedOn": "2026-01-20"
}, ...]}

A document that breaks a rule changes nothing and raises SQLSTATE 22023; the message names the field (JSON Pointer) and
the rule, the detail is the pointer. 42501: another partner asks; P0002: there is no such partner.$$;

REVOKE EXECUTE ON FUNCTION training.define_partner_needs(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_partner_needs(text, jsonb) TO tessera_service;
