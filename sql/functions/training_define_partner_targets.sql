CREATE OR REPLACE FUNCTION training.define_partner_targets(of_code text, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_partner bigint := training.own_partner(of_code);
    node jsonb;
    place bigint;
    pointer text;
    wanted training.partner_target;
    listed bigint[] := '{}';
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['targets']);
    PERFORM pg_advisory_xact_lock(hashtextextended('training.define_partner_targets', of_partner));
    FOR node, place IN
        SELECT * FROM jsonb_array_elements(training.definition_whole_list(definition, '', 'targets')) WITH ORDINALITY
    LOOP
        pointer := '/targets/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY['framework', 'profile', 'state', 'reason']);
        wanted.document_key := training.definition_framework(node, pointer);
        wanted.profile_key := training.definition_item(
            wanted.document_key, training.definition_text(node, pointer, 'profile', true), pointer || '/profile',
            ARRAY['profile']
        );
        wanted.state := training.definition_text(node, pointer, 'state', true);
        wanted.reason := training.definition_text(node, pointer, 'reason', false);
        IF wanted.state NOT IN ('considered', 'chosen', 'dropped') THEN
            PERFORM training.refuse_definition(pointer || '/state', 'must be considered, chosen or dropped');
        ELSIF wanted.profile_key = ANY (listed) THEN
            PERFORM training.refuse_definition(pointer || '/profile', 'is listed twice');
        END IF;
        listed := listed || wanted.profile_key;
        INSERT INTO training.partner_target AS earlier (partner_key, document_key, profile_key, state, reason)
        VALUES (of_partner, wanted.document_key, wanted.profile_key, wanted.state, wanted.reason)
        ON CONFLICT (partner_key, profile_key) DO UPDATE SET
            state = excluded.state, reason = excluded.reason, changed_at = now()
        WHERE (earlier.state, earlier.reason) IS DISTINCT FROM (excluded.state, excluded.reason);
    END LOOP;
    DELETE FROM training.partner_target WHERE partner_key = of_partner AND profile_key <> ALL (listed);
END
$$;

COMMENT ON FUNCTION training.define_partner_targets(text, jsonb) IS
$$Replaces a partner's list of targets by that of one JSON document; the same document twice changes nothing. Field by
field (? optional):

{"targets": [{
  "framework": {"code": "IUS", "version": "0.1"}, "profile": "P4",
  "state": "considered" | "chosen" | "dropped",
  "reason": "..." ?
}, ...]}

A document that breaks a rule changes nothing and raises SQLSTATE 22023; the message names the field (JSON Pointer) and
the rule, the detail is the pointer. 42501: another partner asks; P0002: there is no such partner.$$;

REVOKE EXECUTE ON FUNCTION training.define_partner_targets(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_partner_targets(text, jsonb) TO tessera_service;
