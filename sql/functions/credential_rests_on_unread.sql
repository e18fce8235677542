CREATE OR REPLACE FUNCTION credential.rests_on_unread(of_award bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
AS $$
    SELECT EXISTS (
        SELECT
        FROM credential.award_evidence AS proof
        JOIN lrs.statement AS s ON s.statement_key = proof.statement_key AND NOT s.voided
        WHERE proof.award_key = of_award
            AND NOT EXISTS (SELECT FROM credential.evidence AS e WHERE e.statement_key = proof.statement_key)
    )
$$;

COMMENT ON FUNCTION credential.rests_on_unread(bigint) IS
    'Whether an award rests on a statement that stands and that the outbox has yet to tell of, as after an update of '
    'Tessera: until then nothing is known against it.';

REVOKE EXECUTE ON FUNCTION credential.rests_on_unread(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.rests_on_unread(bigint) TO tessera_service;
