-- After analysis.keep_participation, which tells who is enrolled.
CREATE OR REPLACE FUNCTION analysis.keep_sittings(pilots bigint[], agents bigint[], deeds analysis.deed[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
DECLARE
    before analysis.sitting[];
    after analysis.sitting[];
    sat analysis.sat[];
BEGIN
    before := ARRAY(
        SELECT kept
        FROM unnest(pilots, agents) AS pair (pilot_key, agent_key)
        JOIN analysis.sitting AS kept USING (pilot_key, agent_key)
    );
    WITH answer AS (
        -- The last answer of a phase counts.
        SELECT DISTINCT ON (s.pilot_key, s.agent_key, s.phase, s.instrument_key, s.item_key) s.*
        FROM unnest(deeds) AS s
        WHERE s.verb = 'http://adlnet.gov/expapi/verbs/answered' AND s.instrument_key IS NOT NULL
            AND s.item_key IS NOT NULL AND s.phase IS NOT NULL AND s.agent_key <> 0
        ORDER BY
            s.pilot_key, s.agent_key, s.phase, s.instrument_key, s.item_key, s.happened DESC, s.statement_key DESC
    ),
    -- Of what is defined, each item once: the answers are many.
    asked AS MATERIALIZED (
        SELECT DISTINCT answer.instrument_key, answer.item_key FROM answer
    ),
    defined AS MATERIALIZED (
        SELECT
            asked.instrument_key, asked.item_key, item.interaction = 'likert' AS is_scale, item.reversed,
            scale.option_ids
        FROM asked
        JOIN training.instrument_version AS version ON version.activity_key = asked.instrument_key
        JOIN training.instrument_item AS item
            ON item.instrument_version_key = version.instrument_version_key AND item.activity_key = asked.item_key
        CROSS JOIN LATERAL (
            SELECT array_agg(option.option_id ORDER BY option.position) AS option_ids
            FROM training.instrument_option AS option
            WHERE option.instrument_item_key = item.instrument_item_key AND option.component = 'scale'
        ) AS scale
    ),
    worth AS (
        SELECT
            answer.pilot_key, answer.agent_key, answer.phase, answer.instrument_key, answer.item_key, answer.nonresponse,
            CASE WHEN answer.nonresponse IS NULL THEN answer.response END AS response,
            place.place, defined.is_scale IS TRUE AS is_scale,
            CASE
                WHEN answer.nonresponse IS NOT NULL THEN NULL
                WHEN defined.is_scale THEN
                    CASE WHEN defined.reversed THEN cardinality(defined.option_ids) + 1 - place.place ELSE place.place END
                WHEN answer.score_scaled IS NOT NULL THEN answer.score_scaled
                WHEN answer.success IS NOT NULL THEN answer.success::integer
            END::numeric AS value
        FROM answer
        LEFT JOIN defined ON defined.instrument_key = answer.instrument_key AND defined.item_key = answer.item_key
        CROSS JOIN LATERAL (
            SELECT array_position(defined.option_ids, answer.response)::smallint AS place
        ) AS place
    )
    SELECT array_agg(ROW(
        pilot_key, agent_key, phase, instrument_key, answered, total, item_keys, nonresponses, responses, places,
        scales, item_values
    )::analysis.sat) INTO sat
    FROM (
        SELECT
            pilot_key, agent_key, phase, instrument_key, count(value) AS answered, sum(value) AS total,
            array_agg(item_key ORDER BY item_key) AS item_keys,
            array_agg(nonresponse ORDER BY item_key) AS nonresponses,
            array_agg(response ORDER BY item_key) AS responses,
            array_agg(place ORDER BY item_key) AS places,
            array_agg(is_scale ORDER BY item_key) AS scales,
            array_agg(value ORDER BY item_key) AS item_values
        FROM worth
        GROUP BY pilot_key, agent_key, phase, instrument_key
    ) AS sitting;

    INSERT INTO analysis.panel (pilot_key, phase, instrument_key)
    SELECT DISTINCT fresh.pilot_key, fresh.phase, fresh.instrument_key
    FROM unnest(sat) AS fresh
    WHERE NOT EXISTS (
        SELECT FROM analysis.panel
        WHERE panel.pilot_key = fresh.pilot_key AND panel.phase = fresh.phase
            AND panel.instrument_key = fresh.instrument_key
    );
    after := ARRAY(
        SELECT ROW(
            fresh.pilot_key, fresh.agent_key, panel.panel_key, COALESCE(participation.enrolled, false), fresh.answered,
            fresh.total, fresh.item_keys, fresh.nonresponses, fresh.responses, fresh.places, fresh.scales,
            fresh.item_values
        )::analysis.sitting
        FROM unnest(sat) AS fresh
        JOIN analysis.panel USING (pilot_key, phase, instrument_key)
        LEFT JOIN analysis.participation USING (pilot_key, agent_key)
    );

    DELETE FROM analysis.sitting AS gone
    USING unnest(before) AS known
    WHERE gone.panel_key = known.panel_key AND gone.agent_key = known.agent_key
        AND NOT EXISTS (
            SELECT FROM unnest(after) AS fresh
            WHERE fresh.panel_key = gone.panel_key AND fresh.agent_key = gone.agent_key
        );
    INSERT INTO analysis.sitting AS earlier
    SELECT fresh.* FROM unnest(after) AS fresh
    ON CONFLICT (panel_key, agent_key) DO UPDATE SET
        enrolled = excluded.enrolled, answered = excluded.answered, total = excluded.total,
        item_keys = excluded.item_keys, nonresponses = excluded.nonresponses, responses = excluded.responses,
        places = excluded.places, scales = excluded.scales, item_values = excluded.item_values
    WHERE earlier.* IS DISTINCT FROM excluded.*;

    PERFORM analysis.add_items(before, after);
    PERFORM analysis.add_changes(before, after);
END
$$;

COMMENT ON FUNCTION analysis.keep_sittings(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.sitting and the sums of it.';

REVOKE EXECUTE ON FUNCTION analysis.keep_sittings(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_sittings(bigint[], bigint[], analysis.deed[]) TO tessera_service;
