CREATE OR REPLACE FUNCTION credential.retire_rule(of_code text, by_actor text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    retired credential.rule;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('credential.rule', 0));
    UPDATE credential.rule SET state = 'retired', retired_at = now(), retired_by = by_actor
    WHERE rule.code = of_code AND rule.state = 'published'
    RETURNING rule.* INTO retired;
    IF NOT FOUND THEN
        IF EXISTS (SELECT FROM credential.rule WHERE rule.code = of_code AND rule.state = 'retired') THEN
            RETURN;
        END IF;
        RAISE EXCEPTION 'there is no published rule %, or not for this key', of_code USING ERRCODE = 'no_data_found';
    END IF;
    -- A wider rule decides from now on, where there is one.
    PERFORM credential.review_rule(retired.rule_key);
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'rule.retire', of_code, jsonb_build_object('version', retired.version));
END
$$;

COMMENT ON FUNCTION credential.retire_rule(text, text) IS
    'Retires a rule: it finds no awards any more. Those that it found stand as long as their evidence does.';

REVOKE EXECUTE ON FUNCTION credential.retire_rule(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.retire_rule(text, text) TO tessera_service;
