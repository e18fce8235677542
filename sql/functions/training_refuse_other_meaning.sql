-- SECURITY DEFINER, because the pilot or instrument may be one that the partner which asks does not see: it is not told
-- which.
CREATE OR REPLACE FUNCTION training.refuse_other_meaning(pointer text, wanted_iri text, wanted_meaning text)
    RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    key bigint;
    found_meaning text;
BEGIN
    SELECT activity.activity_key INTO key FROM lrs.activity WHERE activity.iri = wanted_iri;
    IF key IS NULL THEN
        RETURN;
    END IF;
    SELECT meaning INTO found_meaning
    FROM (
        SELECT 'pilot' AS meaning FROM training.pilot WHERE activity_key = key
        UNION ALL SELECT 'curriculum' FROM training.pilot WHERE curriculum_activity_key = key
        UNION ALL SELECT 'curriculum' FROM training.curriculum_version WHERE activity_key = key
        UNION ALL SELECT 'staff profile' FROM training.pilot WHERE profile_activity_key = key
        UNION ALL SELECT 'staff profile' FROM training.pilot_profile WHERE profile_activity_key = key
        UNION ALL SELECT 'instrument' FROM training.instrument_version WHERE activity_key = key
        UNION ALL SELECT 'item' FROM training.instrument_item WHERE activity_key = key
    ) AS known
    WHERE meaning <> wanted_meaning
    LIMIT 1;
    IF found_meaning IS NOT NULL THEN
        PERFORM training.refuse_definition(
            pointer,
            format('is already the IRI of %s %s', CASE WHEN found_meaning ~ '^i' THEN 'an' ELSE 'a' END, found_meaning)
        );
    END IF;
END
$$;

COMMENT ON FUNCTION training.refuse_other_meaning(text, text, text) IS
    'Raises 22023 if an IRI that is to name a pilot, curriculum, staff profile, instrument or item names something else '
    'of these already, be it another partner''s: its statements would be taken for others.';

REVOKE EXECUTE ON FUNCTION training.refuse_other_meaning(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.refuse_other_meaning(text, text, text) TO tessera_service;
