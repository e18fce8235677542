CREATE OR REPLACE FUNCTION training.pilot_demands(
    of_pilot bigint, wanted_state text, reason text, reference text, report_day date
) RETURNS TABLE (demand text, detail text)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    pilot training.pilot;
    states text[] := ARRAY['planned', 'running', 'closed', 'reported'];
BEGIN
    SELECT known.* INTO pilot FROM training.pilot AS known WHERE known.pilot_key = of_pilot;
    IF array_position(states, wanted_state) IS DISTINCT FROM array_position(states, pilot.state) + 1 THEN
        RETURN QUERY SELECT 'order', CASE pilot.state
            WHEN 'reported' THEN 'A reported pilot goes no further.'
            ELSE format(
                'A %s pilot can only become %s.', pilot.state, states[array_position(states, pilot.state) + 1]
            )
        END;
    END IF;

    IF wanted_state = 'running' THEN
        RETURN QUERY
        SELECT 'curriculum', format(
            'Version %s of the curriculum %s is a draft; publish it first.', edition.version, curriculum.code
        )
        FROM training.curriculum_version AS edition
        JOIN training.curriculum USING (curriculum_key)
        WHERE edition.activity_key = pilot.curriculum_activity_key AND edition.state <> 'published';
        RETURN QUERY
        SELECT 'methodology', format(
            'Version %s of the methodology %s is a draft; publish it first.', methodology.version, methodology.code
        )
        FROM training.methodology
        WHERE methodology.methodology_key = pilot.methodology_key AND methodology.state <> 'published';
        RETURN QUERY
        SELECT 'enrolments', 'Nobody is enrolled.'
        WHERE NOT EXISTS (
            SELECT FROM training.enrolment WHERE pilot_key = of_pilot AND withdrawn_on IS NULL
        );
        RETURN QUERY SELECT * FROM training.pilot_instrument_demands(of_pilot, 'pre');
    ELSIF wanted_state = 'closed' THEN
        RETURN QUERY
        SELECT 'last-day', format(
            'The last day, %s, is not reached; close it earlier with a reason.', pilot.ends_on
        )
        WHERE pilot.ends_on > (now() AT TIME ZONE 'UTC')::date AND COALESCE(reason, pilot.closing_reason) IS NULL;
        RETURN QUERY SELECT * FROM training.pilot_instrument_demands(of_pilot, 'post');
    ELSIF wanted_state = 'reported' THEN
        RETURN QUERY
        SELECT 'report', 'The report''s address or id is missing.'
        WHERE COALESCE(reference, pilot.report_reference) IS NULL;
        RETURN QUERY
        SELECT 'report-date', 'The day on which the report was published is missing.'
        WHERE COALESCE(report_day, pilot.reported_on) IS NULL;
        RETURN QUERY
        SELECT 'report-date', format(
            'The report cannot be older than the training, which began on %s.', pilot.starts_on
        )
        WHERE COALESCE(report_day, pilot.reported_on) < pilot.starts_on;
    END IF;
END
$$;

COMMENT ON FUNCTION training.pilot_demands(bigint, text, text, text, date) IS
    'What a pilot lacks to move into a state, given a reason for closing it early, or a report''s reference and day; no '
    'row if nothing. Running: the curriculum version is published, if it is one of ours, and so is the methodology, if '
    'the pilot names one; somebody is enrolled; phase pre has an instrument, and its instruments are published. '
    'Closed: the last day (UTC) is reached or there is a reason; phase post has an instrument. Reported: reference and '
    'day of the report. First and last day are there always: a pilot cannot be defined without.';

CREATE OR REPLACE FUNCTION training.pilot_instrument_demands(of_pilot bigint, of_phase lrs.phase)
    RETURNS TABLE (demand text, detail text)
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT 'instrument-' || of_phase, format('No instrument is planned for the phase %s.', of_phase)
    WHERE NOT EXISTS (SELECT FROM training.pilot_instrument WHERE pilot_key = of_pilot AND phase = of_phase)
    UNION ALL
    (
        SELECT 'instrument-' || of_phase, format(
            'Version %s of the instrument %s is a draft; publish it first.', version.version, instrument.code
        )
        FROM training.pilot_instrument
        JOIN training.instrument_version AS version USING (instrument_version_key)
        JOIN training.instrument USING (instrument_key)
        WHERE pilot_instrument.pilot_key = of_pilot AND pilot_instrument.phase = of_phase
            AND version.state <> 'published'
        ORDER BY pilot_instrument.position
    )
$$;

COMMENT ON FUNCTION training.pilot_instrument_demands(bigint, lrs.phase) IS
    'The part of training.pilot_demands about the instruments of a phase.';

REVOKE EXECUTE ON FUNCTION training.pilot_demands(bigint, text, text, text, date),
    training.pilot_instrument_demands(bigint, lrs.phase) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.pilot_demands(bigint, text, text, text, date),
    training.pilot_instrument_demands(bigint, lrs.phase) TO tessera_service;
