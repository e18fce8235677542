CREATE OR REPLACE FUNCTION credential.settle_due(agents bigint[], competences bigint[]) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET enable_hashjoin = off
    SET enable_mergejoin = off
AS $$
    DELETE FROM credential.due
    USING unnest(agents, competences) AS pair (agent_key, competence_item_key)
    WHERE due.agent_key = pair.agent_key AND due.competence_item_key = pair.competence_item_key
$$;

COMMENT ON FUNCTION credential.settle_due(bigint[], bigint[]) IS
    'Notes that people''s competences were weighed, given in pairs that the transaction has locked.';

REVOKE EXECUTE ON FUNCTION credential.settle_due(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.settle_due(bigint[], bigint[]) TO tessera_service;
