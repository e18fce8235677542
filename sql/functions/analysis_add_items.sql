CREATE OR REPLACE FUNCTION analysis.add_items(before analysis.sitting[], after analysis.sitting[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    INSERT INTO analysis.item_sum AS kept (
        panel_key, item_key, answered, nonresponse, place, value, people, totals, squares
    )
    SELECT
        sat.panel_key, given.item_key, sat.answered, given.nonresponse, given.place,
        given.value, sum(sat.sign), sum(sat.sign * COALESCE(sat.total, 0)),
        sum(sat.sign * COALESCE(sat.total * sat.total, 0))
    FROM (
        -- Sittings that stayed as they were cancel out here, before they are many answers.
        SELECT
            panel_key, agent_key, answered, total, item_keys, nonresponses, places, item_values,
            sum(side.sign) AS sign
        FROM (
            SELECT fresh.*, 1 AS sign FROM unnest(after) AS fresh
            UNION ALL
            SELECT known.*, -1 FROM unnest(before) AS known
        ) AS side
        WHERE enrolled
        GROUP BY
            panel_key, agent_key, answered, total, item_keys, nonresponses, places, item_values
        HAVING sum(side.sign) <> 0
    ) AS sat
    CROSS JOIN LATERAL unnest(sat.item_keys, sat.nonresponses, sat.places, sat.item_values)
        AS given (item_key, nonresponse, place, value)
    GROUP BY
        sat.panel_key, given.item_key, sat.answered, given.nonresponse, given.place,
        given.value
    ON CONFLICT (panel_key, item_key, answered, nonresponse, place, value) DO UPDATE SET
        people = kept.people + excluded.people, totals = kept.totals + excluded.totals,
        squares = kept.squares + excluded.squares;

    UPDATE analysis.panel
    SET people = panel.people + changed.people
    FROM (
        SELECT panel_key, sum(side.sign) AS people
        FROM (
            SELECT fresh.panel_key, 1 AS sign FROM unnest(after) AS fresh WHERE fresh.enrolled
            UNION ALL
            SELECT known.panel_key, -1 FROM unnest(before) AS known WHERE known.enrolled
        ) AS side
        GROUP BY panel_key
    ) AS changed
    WHERE panel.panel_key = changed.panel_key AND changed.people <> 0;

    DELETE FROM analysis.item_sum WHERE people = 0;
END
$$;

COMMENT ON FUNCTION analysis.add_items(analysis.sitting[], analysis.sitting[]) IS
    'Adds to analysis.item_sum and analysis.panel what sittings are after a change, less what they were before.';

REVOKE EXECUTE ON FUNCTION analysis.add_items(analysis.sitting[], analysis.sitting[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.add_items(analysis.sitting[], analysis.sitting[]) TO tessera_service;
