CREATE OR REPLACE FUNCTION framework.import_proposal_course(of_proposal bigint, node jsonb, pointer text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    outcome text := framework.proposal_text(node, pointer, 'status', true);
    closing jsonb := NULLIF(node -> 'end', 'null');
BEGIN
    IF outcome NOT IN ('open', 'withdrawn', 'accepted', 'rejected') THEN
        PERFORM framework.refuse_proposal(pointer || '/status', 'must be open, withdrawn, accepted or rejected');
    ELSIF (outcome = 'open') <> (closing IS NULL) THEN
        PERFORM framework.refuse_proposal(pointer || '/end', 'is there if, and only if, the status is not open');
    END IF;
    IF closing IS NOT NULL THEN
        PERFORM framework.proposal_object(closing, pointer || '/end', ARRAY['partner', 'reason', 'at']);
    END IF;

    INSERT INTO framework.proposal_comment (proposal_key, number, identifier, partner, language, text, commented_at)
    SELECT
        of_proposal, comment.number,
        framework.proposal_text(comment.node, at.pointer, 'identifier', true, 'uuid')::uuid,
        framework.proposal_text(comment.node, at.pointer, 'partner', false, 'text', 200),
        framework.proposal_text(comment.node, at.pointer, 'language', true, 'language'),
        framework.proposal_text(comment.node, at.pointer, 'text', true, 'text', 4000),
        framework.proposal_text(comment.node, at.pointer, 'at', true, 'time')::timestamptz
    FROM jsonb_array_elements(framework.proposal_list(node, pointer, 'comments', 100000))
        WITH ORDINALITY AS comment (node, number)
    CROSS JOIN LATERAL (SELECT pointer || '/comments/' || comment.number - 1 AS pointer) AS at
    CROSS JOIN LATERAL framework.proposal_object(
        comment.node, at.pointer, ARRAY['identifier', 'partner', 'language', 'text', 'at']
    )
    WHERE comment.number > (
        SELECT count(*) FROM framework.proposal_comment AS known WHERE known.proposal_key = of_proposal
    )
    ORDER BY comment.number;

    DELETE FROM framework.proposal_endorsement AS known WHERE known.proposal_key = of_proposal;
    INSERT INTO framework.proposal_endorsement (proposal_key, partner, endorsed_at)
    SELECT
        of_proposal, framework.proposal_text(endorsement.node, at.pointer, 'partner', true, 'text', 200),
        framework.proposal_text(endorsement.node, at.pointer, 'at', true, 'time')::timestamptz
    FROM jsonb_array_elements(framework.proposal_list(node, pointer, 'endorsements', 100000))
        WITH ORDINALITY AS endorsement (node, number)
    CROSS JOIN LATERAL (SELECT pointer || '/endorsements/' || endorsement.number - 1 AS pointer) AS at
    CROSS JOIN LATERAL framework.proposal_object(endorsement.node, at.pointer, ARRAY['partner', 'at']);

    INSERT INTO framework.proposal_event (proposal_key, number, action, partner, comment_number, happened_at)
    SELECT
        of_proposal, event.number, framework.proposal_text(event.node, at.pointer, 'action', true),
        framework.proposal_text(event.node, at.pointer, 'partner', false, 'text', 200),
        (event.node ->> 'comment')::integer,
        framework.proposal_text(event.node, at.pointer, 'at', true, 'time')::timestamptz
    FROM jsonb_array_elements(framework.proposal_list(node, pointer, 'history', 100000))
        WITH ORDINALITY AS event (node, number)
    CROSS JOIN LATERAL (SELECT pointer || '/history/' || event.number - 1 AS pointer) AS at
    CROSS JOIN LATERAL framework.proposal_object(
        event.node, at.pointer, ARRAY['action', 'partner', 'comment', 'at']
    )
    WHERE event.number > (
        SELECT count(*) FROM framework.proposal_event AS known WHERE known.proposal_key = of_proposal
    )
    ORDER BY event.number;

    IF closing IS NOT NULL THEN
        UPDATE framework.proposal
        SET status = outcome,
            closed_at = framework.proposal_text(closing, pointer || '/end', 'at', true, 'time')::timestamptz,
            closed_by = framework.proposal_text(closing, pointer || '/end', 'partner', false, 'text', 200),
            closing_reason = framework.proposal_text(
                closing, pointer || '/end', 'reason', outcome <> 'withdrawn', 'text', 4000
            )
        WHERE proposal.proposal_key = of_proposal;
    END IF;
END
$$;

COMMENT ON FUNCTION framework.import_proposal_course(bigint, jsonb, text) IS
    'The part of framework.import_proposals that takes in what happened to a proposal beyond what is known here: '
    'comments, endorsements, how it ended, history.';

REVOKE EXECUTE ON FUNCTION framework.import_proposal_course(bigint, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_proposal_course(bigint, jsonb, text) TO tessera_service;
