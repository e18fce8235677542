CREATE OR REPLACE FUNCTION training.enrol_in_pilot(of_pilot bigint, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['enrolments']);
    PERFORM training.lock_pilots();
    PERFORM training.define_pilot_enrolments(
        of_pilot, training.definition_whole_list(definition, '', 'enrolments'), ARRAY(
            SELECT partner.code
            FROM training.pilot_partner
            JOIN training.partner USING (partner_key)
            WHERE pilot_partner.pilot_key = of_pilot
        )
    );
END
$$;

COMMENT ON FUNCTION training.enrol_in_pilot(bigint, jsonb) IS
    'Enrols people in a pilot, or brings their enrolments up to date, from an object with the list `enrolments` as '
    'training.define_pilot describes it. Those not listed stay as they are.';

REVOKE EXECUTE ON FUNCTION training.enrol_in_pilot(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.enrol_in_pilot(bigint, jsonb) TO tessera_service;
