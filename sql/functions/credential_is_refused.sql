CREATE OR REPLACE FUNCTION credential.is_refused(
    of_agent bigint, of_competence bigint, of_level smallint, statements bigint[]
) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
    SELECT EXISTS (
        SELECT
        FROM credential.award
        WHERE award.agent_key = of_agent AND award.competence_item_key = of_competence AND award.level = of_level
            AND award.decision = 'refused'
            AND statements <@ ARRAY(
                SELECT proof.statement_key FROM credential.award_evidence AS proof
                WHERE proof.award_key = award.award_key
            )
    )
$$;

COMMENT ON FUNCTION credential.is_refused(bigint, bigint, smallint, bigint[]) IS
    'Whether a person''s level was refused on the same evidence, or on more: it is proposed again only on new one.';

REVOKE EXECUTE ON FUNCTION credential.is_refused(bigint, bigint, smallint, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.is_refused(bigint, bigint, smallint, bigint[]) TO tessera_service;
