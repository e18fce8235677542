CREATE OR REPLACE FUNCTION credential.evidence_of(agents bigint[], competences bigint[])
    RETURNS SETOF credential.evidence
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    -- Each pair by the key, however few rows the planner believes in: this must not grow with the store.
    SET enable_seqscan = off
    SET jit = off
AS $$
    SELECT found.*
    FROM unnest(agents, competences) AS pair (agent_key, competence_item_key)
    CROSS JOIN LATERAL (
        SELECT evidence.*
        FROM credential.evidence
        WHERE evidence.agent_key = pair.agent_key AND evidence.competence_item_key = pair.competence_item_key
            AND NOT evidence.voided
        OFFSET 0
    ) AS found
$$;

COMMENT ON FUNCTION credential.evidence_of(bigint[], bigint[]) IS
    'The evidence that stands of people and competences, given in pairs.';

REVOKE EXECUTE ON FUNCTION credential.evidence_of(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.evidence_of(bigint[], bigint[]) TO tessera_service;
