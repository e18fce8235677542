CREATE OR REPLACE FUNCTION framework.decide_proposal(
    of_code text, of_version text, of_number bigint, by_partner text, definition jsonb
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_proposal framework.proposal := framework.open_proposal(of_code, of_version, of_number);
    outcome text;
    because text;
BEGIN
    PERFORM framework.proposal_object(definition, '', ARRAY['outcome', 'reason']);
    outcome := framework.proposal_text(definition, '', 'outcome', true);
    IF outcome NOT IN ('accepted', 'rejected') THEN
        PERFORM framework.refuse_proposal('/outcome', 'must be accepted or rejected');
    END IF;
    because := framework.proposal_text(definition, '', 'reason', true, 'text', 4000);
    IF outcome = 'accepted' THEN
        PERFORM framework.refuse_misfits(of_proposal.proposal_key);
        PERFORM framework.apply_proposal_texts(of_proposal.proposal_key);
        PERFORM framework.apply_proposal_targets(of_proposal.proposal_key);
        UPDATE framework.document SET last_change = now()
        WHERE document.document_key = of_proposal.document_key;
    END IF;
    UPDATE framework.proposal
    SET status = outcome, closed_at = now(), closed_by = by_partner, closing_reason = because
    WHERE proposal.proposal_key = of_proposal.proposal_key;
    PERFORM framework.note_proposal_event(of_proposal.proposal_key, outcome, by_partner);
END
$$;

COMMENT ON FUNCTION framework.decide_proposal(text, text, bigint, text, jsonb) IS
    'Decides an open proposal, {"outcome": "accepted" | "rejected", "reason": "..."}, in the name of a partner (null: '
    'the scheme). Accepting makes every edit in the same transaction, or raises SQLSTATE 55000 with all that no longer '
    'fit as its detail, as framework.proposal_misfits gives them.';

REVOKE EXECUTE ON FUNCTION framework.decide_proposal(text, text, bigint, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.decide_proposal(text, text, bigint, text, jsonb) TO tessera_service;
