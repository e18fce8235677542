CREATE OR REPLACE FUNCTION analysis.add_changes(before analysis.sitting[], after analysis.sitting[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    INSERT INTO analysis.item_change AS kept (pilot_key, item_key, right_before, right_after, people)
    SELECT answered.pilot_key, answered.item_key, answered.right_before, answered.right_after, sum(answered.sign)
    FROM (
        SELECT
            sat.sign, sat.pilot_key, given.item_key,
            max(given.value) FILTER (WHERE panel.phase = 'pre') >= 1 AS right_before,
            max(given.value) FILTER (WHERE panel.phase = 'post') >= 1 AS right_after
        FROM (
            SELECT fresh.*, 1 AS sign FROM unnest(after) AS fresh
            UNION ALL
            SELECT known.*, -1 FROM unnest(before) AS known
        ) AS sat
        JOIN analysis.panel ON panel.panel_key = sat.panel_key AND panel.phase IN ('pre', 'post')
        CROSS JOIN LATERAL unnest(sat.item_keys, sat.scales, sat.item_values) AS given (item_key, is_scale, value)
        WHERE sat.enrolled AND NOT given.is_scale
        GROUP BY sat.sign, sat.pilot_key, sat.agent_key, given.item_key
    ) AS answered
    GROUP BY answered.pilot_key, answered.item_key, answered.right_before, answered.right_after
    HAVING sum(answered.sign) <> 0
    ON CONFLICT (pilot_key, item_key, right_before, right_after) DO UPDATE SET people = kept.people + excluded.people;

    DELETE FROM analysis.item_change WHERE people = 0;
END
$$;

COMMENT ON FUNCTION analysis.add_changes(analysis.sitting[], analysis.sitting[]) IS
    'Adds to analysis.item_change what all sittings of people are after a change, less what they were before.';

REVOKE EXECUTE ON FUNCTION analysis.add_changes(analysis.sitting[], analysis.sitting[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.add_changes(analysis.sitting[], analysis.sitting[]) TO tessera_service;
