CREATE OR REPLACE FUNCTION analysis.found_in(deeds analysis.deed[]) RETURNS analysis.found_content[]
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    RETURN ARRAY(
        WITH statement AS MATERIALIZED (
            SELECT
                s.pilot_key, s.agent_key, s.statement_key, s.curriculum_key, s.profile_key, s.instrument_key, s.item_key,
                s.competence_key, s.verb_key, s.quality_notes
            FROM unnest(deeds) AS s
        ),
        checked AS MATERIALIZED (
            SELECT
                statement.pilot_key, statement.agent_key, statement.statement_key, conformance.template_key,
                conformance.conforms, conformance.broken_rules
            FROM statement
            LEFT JOIN lrs.profile_conformance AS conformance ON conformance.statement_key = statement.statement_key
        ),
        told AS (
            SELECT
                pilot_key, agent_key, statement_key, 'statement' AS source, NULL::integer AS template_key,
                NULL::smallint AS number, NULL AS note
            FROM statement
            UNION ALL
            SELECT pilot_key, agent_key, statement_key, 'unchecked', NULL, NULL, NULL
            FROM checked WHERE template_key IS NULL
            UNION ALL
            SELECT pilot_key, agent_key, statement_key, 'template', template_key, NULL, NULL
            FROM checked WHERE template_key IS NOT NULL
            UNION ALL
            SELECT pilot_key, agent_key, statement_key, 'violation', template_key, NULL, NULL
            FROM checked WHERE NOT conforms
            UNION ALL
            SELECT pilot_key, agent_key, statement_key, 'rule', template_key, broken.number, NULL
            FROM checked CROSS JOIN unnest(broken_rules) AS broken (number)
            UNION ALL
            SELECT pilot_key, agent_key, statement_key, 'note', NULL, NULL, noted.note
            FROM statement CROSS JOIN unnest(quality_notes) AS noted (note)
        ),
        content AS (
            SELECT
                pilot_key, agent_key, source, template_key, number, note, NULL::bigint AS curriculum_key,
                NULL::bigint AS profile_key, NULL::bigint AS instrument_key, NULL::bigint AS item_key,
                NULL::bigint AS competence_key, NULL::integer AS verb_key, count(*) AS statements,
                min(statement_key) AS first_key
            FROM told
            GROUP BY pilot_key, agent_key, source, template_key, number, note
            UNION ALL
            SELECT
                pilot_key, agent_key, 'named', NULL, NULL, NULL, curriculum_key, profile_key, instrument_key, item_key,
                competence_key, verb_key, count(*), min(statement_key)
            FROM statement
            GROUP BY
                pilot_key, agent_key, curriculum_key, profile_key, instrument_key, item_key, competence_key, verb_key
        )
        SELECT ROW(
            pilot_key, agent_key,
            md5(ROW(
                pilot_key, source, template_key, number, note, curriculum_key, profile_key, instrument_key, item_key,
                competence_key, verb_key
            )::text)::uuid,
            source, template_key, number, note, curriculum_key, profile_key, instrument_key, item_key, competence_key,
            verb_key, statements, first_key
        )::analysis.found_content
        FROM content
    );
END
$$;

COMMENT ON FUNCTION analysis.found_in(analysis.deed[]) IS
    'What statements of actors of pilots are and name, see analysis.finding.';

REVOKE EXECUTE ON FUNCTION analysis.found_in(analysis.deed[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.found_in(analysis.deed[]) TO tessera_service;
