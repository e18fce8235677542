CREATE OR REPLACE FUNCTION credential.loss_in_words(of_award bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
    SELECT CASE
        WHEN EXISTS (
            SELECT FROM credential.award_evidence AS proof
            LEFT JOIN lrs.statement AS s ON s.statement_key = proof.statement_key
            WHERE proof.award_key = of_award AND (s.statement_key IS NULL OR s.voided)
        ) THEN 'The evidence that it rests on was voided.'
        ELSE 'Its evidence, or that of a level below, is no longer enough for the rules.'
    END
$$;

COMMENT ON FUNCTION credential.loss_in_words(bigint) IS 'Why an award no longer stands.';

REVOKE EXECUTE ON FUNCTION credential.loss_in_words(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.loss_in_words(bigint) TO tessera_service;
