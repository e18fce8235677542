CREATE OR REPLACE FUNCTION training.check_effect(action training.feedback_action, definition jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    run text;
    next_run training.pilot;
    finding training.finding;
    measured record;
    wanted training.feedback_action_effect;
    rows integer := 0;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY['pilot']);
    run := training.definition_text(definition, '', 'pilot', true);
    SELECT later.* INTO next_run FROM training.next_runs(action.pilot_key) AS later WHERE later.code = run;
    IF NOT FOUND THEN
        PERFORM training.refuse_definition(
            '/pilot', 'must be a pilot of the same curriculum that starts later, and that this key may see'
        );
    END IF;
    IF action.state NOT IN ('done', 'verified') THEN
        PERFORM training.refuse_step(format(
            'The action is %s, and has no effect yet: that is looked at once it is done.',
            replace(action.state, '_', ' ')
        ));
    END IF;
    SELECT known.* INTO finding FROM training.finding AS known WHERE known.finding_key = action.finding_key;
    IF finding.metric_view IS NULL THEN
        PERFORM training.refuse_step('The finding rests on no metric, so there is none to compare.');
    END IF;
    FOR measured IN
        SELECT metric.*
        FROM training.metric(next_run.code, finding.metric_view, finding.metric_key, finding.metric_column) AS metric
    LOOP
        wanted.value := measured.value;
        wanted.people := measured.people;
        wanted.suppressed := measured.suppressed;
        wanted.measured_at := measured.measured_at;
        rows := rows + 1;
    END LOOP;
    IF rows > 1 THEN
        PERFORM training.refuse_step(format(
            'The finding''s key fits %s rows of the pilot %s in evaluation.%s.', rows, run, finding.metric_view
        ));
    ELSIF rows = 0 OR wanted.value IS NULL AND NOT wanted.suppressed THEN
        PERFORM training.refuse_step(format(
            'Not yet: the pilot %s has no %s in evaluation.%s so far.', run, finding.metric_column, finding.metric_view
        ));
    END IF;
    INSERT INTO training.feedback_action_effect (
        action_key, pilot_key, next_pilot_key, value, people, suppressed, measured_at, checked_by
    )
    VALUES (
        action.action_key, action.pilot_key, next_run.pilot_key, wanted.value, wanted.people, wanted.suppressed,
        wanted.measured_at, NULLIF(current_setting('tessera.actor', true), '')
    );
END
$$;

COMMENT ON FUNCTION training.check_effect(training.feedback_action, jsonb) IS
$$Keeps what the metric of an action's finding is in a later run of the curriculum, as an evaluator of the asking partner
reads it now: {"pilot": "riga-2026-2"}. A number about too few people stays hidden. Raises 22023 where the pilot is no
such run, and 55006 where the action is not done, the finding rests on no metric, or the run has no number yet.$$;

REVOKE EXECUTE ON FUNCTION training.check_effect(training.feedback_action, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.check_effect(training.feedback_action, jsonb) TO tessera_service;
