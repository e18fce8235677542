CREATE OR REPLACE FUNCTION credential.publish_rule(of_code text, by_actor text) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    draft credential.rule;
    earlier credential.rule;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('credential.rule', 0));
    SELECT rule.* INTO draft FROM credential.rule WHERE rule.code = of_code AND rule.state = 'draft';
    IF NOT FOUND THEN
        SELECT rule.* INTO earlier FROM credential.rule WHERE rule.code = of_code AND rule.state = 'published';
        IF FOUND THEN
            RETURN earlier.version;
        END IF;
        RAISE EXCEPTION 'there is no draft of a rule %, or not for this key', of_code USING ERRCODE = 'no_data_found';
    END IF;
    UPDATE credential.rule SET state = 'retired', retired_at = now(), retired_by = by_actor
    WHERE rule.code = of_code AND rule.state = 'published'
    RETURNING rule.* INTO earlier;
    UPDATE credential.rule SET state = 'published', published_at = now(), published_by = by_actor
    WHERE rule.rule_key = draft.rule_key;
    PERFORM credential.review_rule(draft.rule_key);
    IF earlier.rule_key IS NOT NULL AND (
        earlier.document_key, earlier.competence_item_key
    ) IS DISTINCT FROM (draft.document_key, draft.competence_item_key) THEN
        PERFORM credential.review_rule(earlier.rule_key);
    END IF;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'rule.publish', of_code, jsonb_build_object('version', draft.version));
    RETURN draft.version;
END
$$;

COMMENT ON FUNCTION credential.publish_rule(text, text) IS
    'Publishes the draft of a rule, which replaces the version of before and then never changes, and has everybody''s '
    'evidence that it touches weighed anew. Returns the version; published already, it stays as it is.';

REVOKE EXECUTE ON FUNCTION credential.publish_rule(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.publish_rule(text, text) TO tessera_service;
