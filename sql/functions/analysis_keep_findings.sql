CREATE OR REPLACE FUNCTION analysis.keep_findings(pilots bigint[], agents bigint[], deeds analysis.deed[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
DECLARE
    contents analysis.found_content[] := analysis.found_in(deeds);
    before analysis.found[];
    after analysis.found[];
BEGIN
    INSERT INTO analysis.finding (
        pilot_key, source, template_key, number, note, curriculum_key, profile_key, instrument_key, item_key,
        competence_key, verb_key, digest
    )
    SELECT DISTINCT ON (content.digest)
        content.pilot_key, content.source, content.template_key, content.number, content.note, content.curriculum_key,
        content.profile_key, content.instrument_key, content.item_key, content.competence_key, content.verb_key,
        content.digest
    FROM unnest(contents) AS content
    WHERE NOT EXISTS (SELECT FROM analysis.finding AS known WHERE known.digest = content.digest)
    ORDER BY content.digest;

    before := ARRAY(
        SELECT kept
        FROM unnest(pilots, agents) AS pair (pilot_key, agent_key)
        JOIN analysis.found AS kept USING (pilot_key, agent_key)
    );
    after := ARRAY(
        SELECT ROW(
            content.pilot_key, content.agent_key, array_agg(finding.finding_key ORDER BY finding.finding_key),
            array_agg(content.statements ORDER BY finding.finding_key),
            array_agg(content.first_key ORDER BY finding.finding_key)
        )::analysis.found
        FROM unnest(contents) AS content
        JOIN analysis.finding USING (digest)
        GROUP BY content.pilot_key, content.agent_key
    );

    DELETE FROM analysis.found AS gone
    USING unnest(before) AS known
    WHERE gone.pilot_key = known.pilot_key AND gone.agent_key = known.agent_key
        AND NOT EXISTS (
            SELECT FROM unnest(after) AS fresh
            WHERE fresh.pilot_key = gone.pilot_key AND fresh.agent_key = gone.agent_key
        );
    INSERT INTO analysis.found AS earlier
    SELECT fresh.* FROM unnest(after) AS fresh
    ON CONFLICT (pilot_key, agent_key) DO UPDATE SET
        finding_keys = excluded.finding_keys, statements = excluded.statements, first_keys = excluded.first_keys
    WHERE earlier.* IS DISTINCT FROM excluded.*;

    PERFORM analysis.add_findings(before, after);
END
$$;

COMMENT ON FUNCTION analysis.keep_findings(bigint[], bigint[], analysis.deed[]) IS
    'The part of analysis.keep that keeps analysis.found and the sums of it.';

REVOKE EXECUTE ON FUNCTION analysis.keep_findings(bigint[], bigint[], analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.keep_findings(bigint[], bigint[], analysis.deed[]) TO tessera_service;
