CREATE OR REPLACE FUNCTION training.define_pilot_phases(of_pilot bigint, phases jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    phase_name text;
    node jsonb;
    pointer text;
    first_day date;
    last_day date;
BEGIN
    phases := COALESCE(NULLIF(phases, 'null'), '{}');
    PERFORM training.definition_object(phases, '/phases', ARRAY['pre', 'during', 'post', 'followup']);
    DELETE FROM training.pilot_phase WHERE pilot_phase.pilot_key = of_pilot AND NOT phases ? pilot_phase.phase::text;
    FOR phase_name, node IN SELECT * FROM jsonb_each(phases) LOOP
        pointer := '/phases/' || phase_name;
        PERFORM training.definition_object(node, pointer, ARRAY['startsOn', 'endsOn']);
        first_day := training.definition_date(node, pointer, 'startsOn', true);
        last_day := training.definition_date(node, pointer, 'endsOn', true);
        IF last_day < first_day THEN
            PERFORM training.refuse_definition(pointer || '/endsOn', 'must not be before startsOn');
        END IF;
        INSERT INTO training.pilot_phase AS earlier (pilot_key, phase, starts_on, ends_on)
        VALUES (of_pilot, phase_name::lrs.phase, first_day, last_day)
        ON CONFLICT (pilot_key, phase) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on
        WHERE (earlier.starts_on, earlier.ends_on) IS DISTINCT FROM (excluded.starts_on, excluded.ends_on);
    END LOOP;
END
$$;

COMMENT ON FUNCTION training.define_pilot_phases(bigint, jsonb) IS
    'The part of training.define_pilot that checks and keeps the phases.';

REVOKE EXECUTE ON FUNCTION training.define_pilot_phases(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.define_pilot_phases(bigint, jsonb) TO tessera_service;
