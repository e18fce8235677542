CREATE OR REPLACE FUNCTION framework.comment_proposal(
    of_code text, of_version text, of_number bigint, by_partner text, definition jsonb
) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    proposal framework.proposal := framework.open_proposal(of_code, of_version, of_number);
    made framework.proposal_comment;
BEGIN
    PERFORM framework.proposal_object(definition, '', ARRAY['text', 'language']);
    made.text := framework.proposal_text(definition, '', 'text', true, 'text', 4000);
    made.language := COALESCE(
        framework.proposal_text(definition, '', 'language', false, 'language'), proposal.language
    );
    INSERT INTO framework.proposal_comment (proposal_key, number, partner, language, text)
    SELECT proposal.proposal_key, COALESCE(max(earlier.number), 0) + 1, by_partner, made.language, made.text
    FROM framework.proposal_comment AS earlier
    WHERE earlier.proposal_key = proposal.proposal_key
    RETURNING proposal_comment.number INTO made.number;
    PERFORM framework.note_proposal_event(proposal.proposal_key, 'commented', by_partner, made.number);
    RETURN made.number;
END
$$;

COMMENT ON FUNCTION framework.comment_proposal(text, text, bigint, text, jsonb) IS
    'Says something about an open proposal, {"text": "...", "language": "fr" ?}, in the name of a partner (null: the '
    'scheme), and returns the comment''s number. Without a language it is in that of the proposal.';

REVOKE EXECUTE ON FUNCTION framework.comment_proposal(text, text, bigint, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.comment_proposal(text, text, bigint, text, jsonb) TO tessera_service;
