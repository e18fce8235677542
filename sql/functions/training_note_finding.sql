CREATE OR REPLACE FUNCTION training.note_finding(of_pilot bigint, definition jsonb) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wanted training.finding;
    measured record;
    rows integer;
BEGIN
    PERFORM training.definition_object(definition, '', ARRAY[
        'text', 'criterion', 'kirkpatrickLevel', 'strength', 'source', 'metric'
    ]);
    wanted.text := training.definition_text(definition, '', 'text', true);
    wanted.criterion := training.definition_text(definition, '', 'criterion', false);
    IF wanted.criterion NOT IN ('effectiveness', 'efficiency', 'relevance', 'coherence', 'eu-added-value') THEN
        PERFORM training.refuse_definition(
            '/criterion', 'must be effectiveness, efficiency, relevance, coherence or eu-added-value'
        );
    END IF;
    wanted.kirkpatrick_level := training.definition_number(definition, '', 'kirkpatrickLevel', false, 1, 4, 0);
    IF num_nulls(wanted.criterion, wanted.kirkpatrick_level) = 2 THEN
        PERFORM training.refuse_definition('/criterion', 'is required where there is no kirkpatrickLevel');
    END IF;
    wanted.strength := training.definition_text(definition, '', 'strength', true);
    IF wanted.strength NOT IN ('must', 'should', 'could') THEN
        PERFORM training.refuse_definition('/strength', 'must be must, should or could');
    END IF;
    wanted.source := training.definition_text(definition, '', 'source', false);
    IF NULLIF(definition -> 'metric', 'null') IS NOT NULL THEN
        wanted.metric_key := training.definition_metric(definition -> 'metric', '/metric');
        wanted.metric_view := definition #>> '{metric,view}';
        wanted.metric_column := definition #>> '{metric,column}';
        FOR measured IN
            SELECT metric.*
            FROM training.pilot
            CROSS JOIN training.metric(pilot.code, wanted.metric_view, wanted.metric_key, wanted.metric_column)
                AS metric
            WHERE pilot.pilot_key = of_pilot
        LOOP
            wanted.value := measured.value;
            wanted.people := measured.people;
            wanted.suppressed := measured.suppressed;
            wanted.measured_at := measured.measured_at;
            rows := COALESCE(rows, 0) + 1;
        END LOOP;
        IF rows IS DISTINCT FROM 1 THEN
            PERFORM training.refuse_definition(
                '/metric/key', format(
                    'must single out one row of the pilot in evaluation.%s; it fits %s', wanted.metric_view,
                    COALESCE(rows, 0)
                )
            );
        END IF;
    ELSIF wanted.source IS NULL THEN
        PERFORM training.refuse_definition('/metric', 'is required where no source is told');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('training.note_finding', of_pilot));
    INSERT INTO training.finding (
        pilot_key, number, text, criterion, kirkpatrick_level, strength, source, metric_view, metric_key, metric_column,
        value, people, suppressed, measured_at, noted_by
    )
    SELECT
        of_pilot, COALESCE(max(finding.number), 0) + 1, wanted.text, wanted.criterion, wanted.kirkpatrick_level,
        wanted.strength, wanted.source, wanted.metric_view, wanted.metric_key, wanted.metric_column, wanted.value,
        wanted.people, wanted.suppressed, wanted.measured_at, NULLIF(current_setting('tessera.actor', true), '')
    FROM training.finding
    WHERE finding.pilot_key = of_pilot
    RETURNING finding.number INTO wanted.number;
    RETURN wanted.number;
END
$$;

COMMENT ON FUNCTION training.note_finding(bigint, jsonb) IS
$$Notes what the evaluation of a pilot found, with the metric that it rests on as an evaluator of the asking partner
reads it now, and returns the finding's number. Field by field (? optional):

{
  "text": "...",                                   in words that name nobody
  "criterion": "effectiveness" | "efficiency" | "relevance" | "coherence" | "eu-added-value" ?,
  "kirkpatrickLevel": 1 | 2 | 3 | 4 ?,             one of the two at least
  "strength": "must" | "should" | "could",
  "metric": {"view": "gain_by_competence", "key": {"competence": "B3"} ?, "column": "gain_mean"} ?,
                                                   key: what singles out one of the pilot's rows
  "source": "..." ?                                how it is known; required without a metric
}

A document that breaks a rule changes nothing and raises SQLSTATE 22023; the message names the field (JSON Pointer) and
the rule, the detail is the pointer. It is noted as that of the API key that set_config('tessera.actor', name, true)
told.$$;

REVOKE EXECUTE ON FUNCTION training.note_finding(bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.note_finding(bigint, jsonb) TO tessera_service;
