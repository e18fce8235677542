CREATE OR REPLACE FUNCTION analysis.add_findings(before analysis.found[], after analysis.found[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
DECLARE
    lost integer[];
BEGIN
    WITH side AS MATERIALIZED (
        SELECT
            found.sign, found.pilot_key, found.agent_key, each.finding_key, each.statements, each.first_key
        FROM (
            SELECT fresh.*, 1 AS sign FROM unnest(after) AS fresh
            UNION ALL
            SELECT known.*, -1 FROM unnest(before) AS known
        ) AS found
        CROSS JOIN LATERAL unnest(found.finding_keys, found.statements, found.first_keys)
            AS each (finding_key, statements, first_key)
    ),
    changed AS (
        SELECT
            finding_key, sum(sign * statements) AS statements,
            min(first_key) FILTER (WHERE sign = 1) AS first_key,
            min(first_key) FILTER (WHERE sign = -1) AS first_before
        FROM side
        GROUP BY finding_key
    ),
    kept AS (
        UPDATE analysis.finding
        SET
            statements = finding.statements + changed.statements,
            first_key = LEAST(finding.first_key, changed.first_key)
        FROM changed
        WHERE finding.finding_key = changed.finding_key
            AND (
                changed.statements <> 0 OR changed.first_key < finding.first_key
                OR changed.first_before = finding.first_key AND changed.first_key IS DISTINCT FROM finding.first_key
            )
        RETURNING finding.finding_key, changed.first_key, changed.first_before, finding.first_key AS kept_first_key
    )
    SELECT array_agg(finding_key) INTO lost
    FROM kept
    WHERE first_before = kept_first_key AND first_key IS DISTINCT FROM first_before;

    -- The first one is gone: the next is that of some other actor. Seldom, since it takes that very statement's voiding.
    UPDATE analysis.finding
    SET first_key = (
        SELECT min(found.first_keys[array_position(found.finding_keys, finding.finding_key)])
        FROM analysis.found
        WHERE found.pilot_key = finding.pilot_key
    )
    WHERE finding.finding_key = ANY (lost);
END
$$;

COMMENT ON FUNCTION analysis.add_findings(analysis.found[], analysis.found[]) IS
    'Adds to analysis.finding what actors'' statements are after a change, less what they were before.';

REVOKE EXECUTE ON FUNCTION analysis.add_findings(analysis.found[], analysis.found[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.add_findings(analysis.found[], analysis.found[]) TO tessera_service;
