CREATE OR REPLACE FUNCTION credential.standing_awards(agents bigint[], competences bigint[])
    RETURNS SETOF credential.award
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
    SET enable_hashjoin = off
    SET enable_mergejoin = off
AS $$
    SELECT award.*
    FROM unnest(agents, competences) AS pair (agent_key, competence_item_key)
    JOIN credential.award
        ON award.agent_key = pair.agent_key AND award.competence_item_key = pair.competence_item_key
    WHERE award.withdrawn_at IS NULL
$$;

COMMENT ON FUNCTION credential.standing_awards(bigint[], bigint[]) IS
    'The awards that stand, proposed ones too, of people and competences, given in pairs.';

REVOKE EXECUTE ON FUNCTION credential.standing_awards(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.standing_awards(bigint[], bigint[]) TO tessera_service;
