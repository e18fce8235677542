CREATE OR REPLACE FUNCTION analysis.deeds_of(pilots bigint[], agents bigint[]) RETURNS analysis.deed[]
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
BEGIN
    RETURN ARRAY(
        SELECT ROW(
            statement.pilot_key, pair.agent_key, statement.statement_key, statement."timestamp", statement.verb_key,
            verb.iri, statement.object_activity_key, statement.registration, statement.phase, statement.curriculum_key,
            statement.profile_key, statement.instrument_key, statement.item_key, statement.competence_key,
            statement.level, statement.level_method, statement.months_after, statement.nonresponse, statement.success,
            statement.completion, statement.duration, statement.score_scaled, statement.response,
            statement.quality_notes
        )::analysis.deed
        FROM unnest(pilots, agents) AS pair (pilot_key, agent_key)
        CROSS JOIN LATERAL (
            -- Added to, the pilot's key is no reason to go through all that the pilot has by its index.
            SELECT acted.* FROM lrs.statement AS acted
            WHERE acted.actor_key = pair.agent_key AND acted.pilot_key + 0 = pair.pilot_key
            UNION ALL
            SELECT anonymous.* FROM lrs.statement AS anonymous
            WHERE pair.agent_key = 0 AND anonymous.actor_key IS NULL AND anonymous.pilot_key = pair.pilot_key
        ) AS statement
        JOIN lrs.verb ON verb.verb_key = statement.verb_key
        WHERE NOT statement.voided
    );
END
$$;

COMMENT ON FUNCTION analysis.deeds_of(bigint[], bigint[]) IS
    'The statements, less voided ones, of pilots (activities) and their actors, which the arrays name in pairs; actor 0 '
    'is nobody.';

REVOKE EXECUTE ON FUNCTION analysis.deeds_of(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analysis.deeds_of(bigint[], bigint[]) TO tessera_service;
