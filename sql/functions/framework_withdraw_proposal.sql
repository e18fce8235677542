CREATE OR REPLACE FUNCTION framework.withdraw_proposal(
    of_code text, of_version text, of_number bigint, by_partner text, definition jsonb
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_proposal framework.proposal := framework.open_proposal(of_code, of_version, of_number);
BEGIN
    IF of_proposal.partner IS DISTINCT FROM by_partner THEN
        RAISE EXCEPTION 'proposal % is withdrawn only by % that proposed it', of_number,
            COALESCE('the partner ' || of_proposal.partner, 'the scheme')
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM framework.proposal_object(definition, '', ARRAY['reason']);
    UPDATE framework.proposal
    SET status = 'withdrawn', closed_at = now(), closed_by = by_partner,
        closing_reason = framework.proposal_text(definition, '', 'reason', false, 'text', 4000)
    WHERE proposal.proposal_key = of_proposal.proposal_key;
    PERFORM framework.note_proposal_event(of_proposal.proposal_key, 'withdrawn', by_partner);
END
$$;

COMMENT ON FUNCTION framework.withdraw_proposal(text, text, bigint, text, jsonb) IS
    'Withdraws an open proposal, {"reason": "..." ?}; raises SQLSTATE 42501 unless the partner (null: the scheme) is '
    'who proposed it.';

REVOKE EXECUTE ON FUNCTION framework.withdraw_proposal(text, text, bigint, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.withdraw_proposal(text, text, bigint, text, jsonb) TO tessera_service;
