CREATE OR REPLACE FUNCTION credential.set_approval(of_pilot text, is_required boolean, by_actor text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO credential.approval AS known (pilot_key, required, changed_by)
    VALUES (training.own_pilot(of_pilot), is_required, by_actor)
    ON CONFLICT (pilot_key) DO UPDATE SET
        required = excluded.required, changed_at = now(), changed_by = excluded.changed_by
    WHERE known.required <> excluded.required;
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (by_actor, 'approval.set', of_pilot, jsonb_build_object('required', is_required));
END
$$;

COMMENT ON FUNCTION credential.set_approval(text, boolean, text) IS
    'Says whether a person approves a pilot''s awards before they are signed. It is asked when an award is made: those '
    'that are proposed stay so until they are decided.';

REVOKE EXECUTE ON FUNCTION credential.set_approval(text, boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.set_approval(text, boolean, text) TO tessera_service;
