CREATE OR REPLACE FUNCTION credential.review_rule(of_rule integer) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO credential.review (competence_item_key, pilot_key)
    SELECT item.item_key, rule.pilot_key
    FROM credential.rule
    JOIN framework.item
        ON item.kind = 'competence' AND (rule.document_key IS NULL OR item.document_key = rule.document_key)
        AND (rule.competence_item_key IS NULL OR item.item_key = rule.competence_item_key)
    WHERE rule.rule_key = of_rule
        AND EXISTS (SELECT FROM credential.evidence AS e WHERE e.competence_item_key = item.item_key)
    ORDER BY item.item_key
$$;

COMMENT ON FUNCTION credential.review_rule(integer) IS
    'Has the evidence weighed anew of everybody whom a rule may be about.';

REVOKE EXECUTE ON FUNCTION credential.review_rule(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.review_rule(integer) TO tessera_service;
