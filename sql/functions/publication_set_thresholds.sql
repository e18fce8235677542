CREATE OR REPLACE FUNCTION publication.set_thresholds(internal integer, publication integer, by_actor text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    old_internal integer := evaluation.threshold('internal');
    old_publication integer := evaluation.threshold('publication');
    new_internal integer := COALESCE(internal, old_internal);
    new_publication integer := COALESCE(publication, old_publication);
BEGIN
    IF new_internal < 3 THEN
        RAISE EXCEPTION 'internal: must be at least 3, and not %', new_internal
            USING ERRCODE = 'invalid_parameter_value';
    ELSIF new_publication < new_internal THEN
        RAISE EXCEPTION 'publication: must be at least the internal threshold, %, and not %',
            new_internal, new_publication
            USING ERRCODE = 'invalid_parameter_value';
    ELSIF new_publication > 1000 THEN
        RAISE EXCEPTION 'publication: must be at most 1000, and not %', new_publication
            USING ERRCODE = 'invalid_parameter_value';
    ELSIF (new_internal, new_publication) = (old_internal, old_publication) THEN
        RETURN;
    END IF;
    INSERT INTO ops.setting (name, value)
    VALUES
        ('disclosure.internal_threshold', new_internal::text),
        ('disclosure.publication_threshold', new_publication::text)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = now();
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    VALUES (
        by_actor, 'disclosure.set', 'thresholds',
        jsonb_build_object(
            'internal', new_internal, 'publication', new_publication,
            'before', jsonb_build_object('internal', old_internal, 'publication', old_publication)
        )
    );
END
$$;

COMMENT ON FUNCTION publication.set_thresholds(integer, integer, text) IS
    'Sets the disclosure thresholds of the installation, for an administrator; null leaves one as it is. 3 <= internal '
    '<= publication <= 1000, otherwise 22023. The change is in the audit log. What is published keeps the threshold '
    'that it was published with.';

REVOKE EXECUTE ON FUNCTION publication.set_thresholds(integer, integer, text) FROM PUBLIC;
