CREATE OR REPLACE FUNCTION credential.standing_awards(agents bigint[], competences bigint[])
    RETURNS SETOF credential.award
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    -- Each pair by the key, however few rows the planner believes in: this must not grow with the store.
    SET enable_seqscan = off
    SET jit = off
AS $$
    SELECT found.*
    FROM unnest(agents, competences) AS pair (agent_key, competence_item_key)
    CROSS JOIN LATERAL (
        SELECT award.*
        FROM credential.award
        WHERE award.agent_key = pair.agent_key AND award.competence_item_key = pair.competence_item_key
            AND award.withdrawn_at IS NULL
        OFFSET 0
    ) AS found
$$;

COMMENT ON FUNCTION credential.standing_awards(bigint[], bigint[]) IS
    'The awards that stand, proposed ones too, of people and competences, given in pairs.';

REVOKE EXECUTE ON FUNCTION credential.standing_awards(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.standing_awards(bigint[], bigint[]) TO tessera_service;
