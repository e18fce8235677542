-- SQL without settings of its own, so that it becomes part of the query that calls it.
CREATE OR REPLACE FUNCTION analysis.statements_of(pilots bigint[], agents bigint[]) RETURNS TABLE (
    pilot_key bigint, agent_key bigint, statement_key bigint, happened timestamptz, verb_key integer, verb text,
    object_key bigint, registration uuid, phase lrs.phase, curriculum_key bigint, profile_key bigint,
    instrument_key bigint, item_key bigint, competence_key bigint, level smallint, level_method lrs.level_method,
    months_after smallint, nonresponse lrs.nonresponse, success boolean, completion boolean, duration interval,
    score_scaled numeric, response text, quality_notes text[]
)
    LANGUAGE sql STABLE
    ROWS 5000
AS $$
    SELECT
        statement.pilot_key, pair.agent_key, statement.statement_key, statement."timestamp", statement.verb_key, verb.iri,
        statement.object_activity_key, statement.registration, statement.phase, statement.curriculum_key,
        statement.profile_key, statement.instrument_key, statement.item_key, statement.competence_key, statement.level,
        statement.level_method, statement.months_after, statement.nonresponse, statement.success, statement.completion,
        statement.duration, statement.score_scaled, statement.response, statement.quality_notes
    FROM unnest(pilots, agents) AS pair (pilot_key, agent_key)
    CROSS JOIN LATERAL (
        SELECT acted.* FROM lrs.statement AS acted
        WHERE acted.actor_key = pair.agent_key AND acted.pilot_key = pair.pilot_key
        UNION ALL
        SELECT anonymous.* FROM lrs.statement AS anonymous
        WHERE pair.agent_key = 0 AND anonymous.actor_key IS NULL AND anonymous.pilot_key = pair.pilot_key
    ) AS statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    WHERE NOT statement.voided
$$;

COMMENT ON FUNCTION analysis.statements_of(bigint[], bigint[]) IS
    'The statements, less voided ones, of pilots (activities) and their actors, which the arrays name in pairs; actor 0 '
    'is nobody.';

REVOKE EXECUTE ON FUNCTION analysis.statements_of(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.statements_of(bigint[], bigint[]) TO tessera_service;
