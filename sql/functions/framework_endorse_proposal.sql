CREATE OR REPLACE FUNCTION framework.endorse_proposal(
    of_code text, of_version text, of_number bigint, by_partner text, endorses boolean
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    proposal framework.proposal := framework.open_proposal(of_code, of_version, of_number);
BEGIN
    IF endorses THEN
        INSERT INTO framework.proposal_endorsement (proposal_key, partner)
        VALUES (proposal.proposal_key, by_partner)
        ON CONFLICT DO NOTHING;
    ELSE
        DELETE FROM framework.proposal_endorsement AS endorsement
        WHERE endorsement.proposal_key = proposal.proposal_key AND endorsement.partner = by_partner;
    END IF;
    -- The same again is no event.
    IF FOUND THEN
        PERFORM framework.note_proposal_event(
            proposal.proposal_key, CASE WHEN endorses THEN 'endorsed' ELSE 'endorsement withdrawn' END, by_partner
        );
    END IF;
END
$$;

COMMENT ON FUNCTION framework.endorse_proposal(text, text, bigint, text, boolean) IS
    'Puts a partner behind an open proposal, or takes it back; the same twice changes nothing.';

REVOKE EXECUTE ON FUNCTION framework.endorse_proposal(text, text, bigint, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.endorse_proposal(text, text, bigint, text, boolean) TO tessera_service;
