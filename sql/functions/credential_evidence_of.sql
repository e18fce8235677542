CREATE OR REPLACE FUNCTION credential.evidence_of(agents bigint[], competences bigint[])
    RETURNS SETOF credential.evidence
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    -- By the key, however few rows the planner believes in: this must not grow with the store.
    SET enable_seqscan = off
    SET jit = off
    SET enable_hashjoin = off
    SET enable_mergejoin = off
AS $$
    SELECT evidence.*
    FROM unnest(agents, competences) AS pair (agent_key, competence_item_key)
    JOIN credential.evidence
        ON evidence.agent_key = pair.agent_key AND evidence.competence_item_key = pair.competence_item_key
    WHERE NOT evidence.voided
$$;

COMMENT ON FUNCTION credential.evidence_of(bigint[], bigint[]) IS
    'The evidence that stands of people and competences, given in pairs.';

REVOKE EXECUTE ON FUNCTION credential.evidence_of(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.evidence_of(bigint[], bigint[]) TO tessera_service;
