CREATE OR REPLACE FUNCTION training.define_pilot_instruments(of_pilot bigint, instruments jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    node jsonb;
    place bigint;
    pointer text;
    phase_name text;
    edition bigint;
    editions bigint[] := '{}';
    phases text[] := '{}';
BEGIN
    FOR node, place IN SELECT * FROM jsonb_array_elements(instruments) WITH ORDINALITY LOOP
        pointer := '/instruments/' || place - 1;
        PERFORM training.definition_object(node, pointer, ARRAY['code', 'version', 'phase']);
        edition := training.definition_instrument(node, pointer, 'code');
        phase_name := training.definition_phase(node, pointer);
        IF EXISTS (
            SELECT FROM unnest(editions, phases) AS earlier (edition_key, phase)
            WHERE earlier.edition_key = edition AND earlier.phase = phase_name
        ) THEN
            PERFORM training.refuse_definition(pointer, 'is listed twice for this phase');
        END IF;
        editions := editions || edition;
        phases := phases || phase_name;
    END LOOP;

    INSERT INTO training.pilot_instrument AS earlier (pilot_key, phase, instrument_version_key, position)
    SELECT of_pilot, listed.phase::lrs.phase, listed.edition, listed.place
    FROM unnest(editions, phases) WITH ORDINALITY AS listed (edition, phase, place)
    ON CONFLICT (pilot_key, phase, instrument_version_key) DO UPDATE SET position = excluded.position
    WHERE earlier.position <> excluded.position;
    -- Invitations to what is no longer used go with it.
    DELETE FROM training.pilot_instrument AS earlier
    WHERE earlier.pilot_key = of_pilot
        AND NOT EXISTS (
            SELECT FROM unnest(editions, phases) AS listed (edition, phase)
            WHERE listed.edition = earlier.instrument_version_key AND listed.phase::lrs.phase = earlier.phase
        );
END
$$;

COMMENT ON FUNCTION training.define_pilot_instruments(bigint, jsonb) IS
    'The part of training.define_pilot that checks and keeps which instruments are used in which phase.';

REVOKE EXECUTE ON FUNCTION training.define_pilot_instruments(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_instruments(bigint, jsonb) TO tessera_service;
