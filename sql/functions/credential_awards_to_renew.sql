CREATE OR REPLACE FUNCTION credential.awards_to_renew(agents bigint[], competences bigint[])
    RETURNS SETOF credential.award
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET jit = off
AS $$
    SELECT award.*
    FROM credential.standing_awards(agents, competences) AS award
    JOIN credential.rule ON rule.rule_key = award.rule_key
    WHERE award.renewed_at IS NULL AND award.decision IN ('unneeded', 'approved')
        AND award.awarded_at + rule.validity - COALESCE(rule.renewal, rule.validity / 6) <= now()
        AND EXISTS (
            SELECT FROM credential.evidence AS e
            WHERE e.agent_key = award.agent_key AND e.competence_item_key = award.competence_item_key
                AND e.statement_key >= lrs.first_key_at(award.awarded_at + interval '1 millisecond')
                AND e.level >= award.level AND NOT e.voided
            -- One look by the key for each award, whatever the caller's own joins are made of.
            OFFSET 0
        )
$$;

COMMENT ON FUNCTION credential.awards_to_renew(bigint[], bigint[]) IS
    'The awards of people and competences, given in pairs, whose credentials end soon, or ended, and since which '
    'evidence was stored.';

REVOKE EXECUTE ON FUNCTION credential.awards_to_renew(bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.awards_to_renew(bigint[], bigint[]) TO tessera_service;
