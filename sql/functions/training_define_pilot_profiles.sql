CREATE OR REPLACE FUNCTION training.define_pilot_profiles(of_pilot bigint, profiles jsonb) RETURNS uuid[]
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pilot training.pilot;
    node jsonb;
    place bigint;
    pointer text;
    profile_code text;
    own_iri text;
    item uuid;
    items uuid[] := '{}';
BEGIN
    SELECT known.* INTO pilot FROM training.pilot AS known WHERE known.pilot_key = of_pilot;
    FOR node, place IN SELECT * FROM jsonb_array_elements(profiles) WITH ORDINALITY LOOP
        pointer := '/profiles/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY['code', 'iri']);
        profile_code := training.definition_text(node, pointer, 'code', true);
        own_iri := training.definition_text(node, pointer, 'iri', false, 'iri');
        IF own_iri IN (pilot.iri, pilot.curriculum_iri) THEN
            PERFORM training.refuse_definition(pointer || '/iri', 'must differ from the IRIs of pilot and curriculum');
        END IF;
        PERFORM training.refuse_other_meaning(pointer || '/iri', own_iri, 'staff profile');
        SELECT known.identifier INTO item
        FROM framework.item AS known
        WHERE known.document_key = pilot.document_key AND known.kind = 'profile' AND known.code = profile_code;
        IF item IS NULL THEN
            PERFORM training.refuse_definition(
                pointer || '/code', format('names no profile of the framework: %s', profile_code)
            );
        ELSIF item = pilot.profile_item OR item = ANY (items) THEN
            PERFORM training.refuse_definition(pointer || '/code', 'is listed twice, or is /profile already');
        END IF;
        items := items || item;
        PERFORM lrs.define_activities(
            ARRAY[own_iri], ARRAY['https://w3id.org/xapi/iust/activity-types/staff-profile']
        );
        INSERT INTO training.pilot_profile AS earlier (pilot_key, profile_item, profile_iri, profile_activity_key)
        SELECT of_pilot, item, own_iri, (SELECT activity_key FROM lrs.activity WHERE activity.iri = own_iri)
        ON CONFLICT (pilot_key, profile_item) DO UPDATE SET
            profile_iri = excluded.profile_iri, profile_activity_key = excluded.profile_activity_key
        WHERE earlier.profile_iri IS DISTINCT FROM excluded.profile_iri;
    END LOOP;
    RETURN items;
END
$$;

COMMENT ON FUNCTION training.define_pilot_profiles(bigint, jsonb) IS
    'The part of training.define_pilot that checks and keeps the further staff profiles; returns their CASE '
    'identifiers.';

REVOKE EXECUTE ON FUNCTION training.define_pilot_profiles(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_profiles(bigint, jsonb) TO tessera_service;
