CREATE OR REPLACE FUNCTION credential.awards_in_detail(of_agent bigint, of_competence bigint, of_level smallint)
    RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_agg(
        credential.award_document(award.award_key) - ARRAY['person', 'framework', 'competence', 'level']
        ORDER BY award.award_key
    )
    FROM credential.award
    WHERE award.agent_key = of_agent AND award.competence_item_key = of_competence AND award.level = of_level
$$;

COMMENT ON FUNCTION credential.awards_in_detail(bigint, bigint, smallint) IS
    'The awards of a person''s level, those that no longer stand among them, as an explanation shows them.';

REVOKE EXECUTE ON FUNCTION credential.awards_in_detail(bigint, bigint, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.awards_in_detail(bigint, bigint, smallint) TO tessera_service;
