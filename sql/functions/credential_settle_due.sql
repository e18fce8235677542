CREATE OR REPLACE FUNCTION credential.settle_due(agents bigint[], competences bigint[]) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
    -- By their places, found by the key: the rows are locked, so they stay where they are.
    DELETE FROM credential.due
    WHERE due.ctid = ANY (ARRAY(
        SELECT found.ctid
        FROM unnest(agents, competences) AS pair (agent_key, competence_item_key)
        CROSS JOIN LATERAL (
            SELECT d.ctid
            FROM credential.due AS d
            WHERE d.agent_key = pair.agent_key AND d.competence_item_key = pair.competence_item_key
            OFFSET 0
        ) AS found
    ))
$$;

COMMENT ON FUNCTION credential.settle_due(bigint[], bigint[]) IS
    'Notes that people''s competences were weighed, given in pairs that the transaction has locked.';

REVOKE EXECUTE ON FUNCTION credential.settle_due(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.settle_due(bigint[], bigint[]) TO tessera_service;
