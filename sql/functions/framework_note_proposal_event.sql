CREATE OR REPLACE FUNCTION framework.note_proposal_event(
    of_proposal bigint, of_action text, by_partner text, of_comment integer DEFAULT NULL
) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO framework.proposal_event (proposal_key, number, action, partner, comment_number)
    SELECT of_proposal, COALESCE(max(event.number), 0) + 1, of_action, by_partner, of_comment
    FROM framework.proposal_event AS event
    WHERE event.proposal_key = of_proposal;
$$;

COMMENT ON FUNCTION framework.note_proposal_event(bigint, text, text, integer) IS
    'Adds to the history of a proposal; its document must be locked.';

REVOKE EXECUTE ON FUNCTION framework.note_proposal_event(bigint, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.note_proposal_event(bigint, text, text, integer) TO tessera_service;
