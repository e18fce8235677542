CREATE OR REPLACE FUNCTION framework.proposal_json(of_proposal bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT
            jsonb_build_object(
                'identifier', proposal.identifier, 'number', proposal.number, 'partner', proposal.partner,
                'title', proposal.title, 'reason', proposal.reason, 'language', proposal.language,
                'status', proposal.status, 'proposedAt', framework.proposal_time(proposal.proposed_at),
                'edits', framework.proposal_edits_json(of_proposal),
                'comments', COALESCE(
                    (
                        SELECT jsonb_agg(
                            jsonb_build_object(
                                'identifier', comment.identifier, 'partner', comment.partner,
                                'language', comment.language, 'text', comment.text,
                                'at', framework.proposal_time(comment.commented_at)
                            ) ORDER BY comment.number
                        )
                        FROM framework.proposal_comment AS comment
                        WHERE comment.proposal_key = of_proposal
                    ),
                    '[]'
                ),
                'endorsements', COALESCE(
                    (
                        SELECT jsonb_agg(
                            jsonb_build_object(
                                'partner', endorsement.partner,
                                'at', framework.proposal_time(endorsement.endorsed_at)
                            ) ORDER BY endorsement.endorsed_at, endorsement.partner
                        )
                        FROM framework.proposal_endorsement AS endorsement
                        WHERE endorsement.proposal_key = of_proposal
                    ),
                    '[]'
                ),
                'history', COALESCE(
                    (
                        SELECT jsonb_agg(
                            jsonb_build_object(
                                'action', event.action, 'partner', event.partner,
                                'at', framework.proposal_time(event.happened_at)
                            ) || CASE
                                WHEN event.comment_number IS NULL THEN '{}'
                                ELSE jsonb_build_object('comment', event.comment_number)
                            END ORDER BY event.number
                        )
                        FROM framework.proposal_event AS event
                        WHERE event.proposal_key = of_proposal
                    ),
                    '[]'
                )
            )
            || CASE
                WHEN proposal.carries IS NULL THEN '{}' ELSE jsonb_build_object('carries', proposal.carries)
            END
            || CASE
                WHEN proposal.status = 'open' THEN '{}'
                ELSE jsonb_build_object('end', jsonb_build_object(
                    'partner', proposal.closed_by, 'reason', proposal.closing_reason,
                    'at', framework.proposal_time(proposal.closed_at)
                ))
            END
        FROM framework.proposal
        WHERE proposal.proposal_key = of_proposal
    );
END
$$;

COMMENT ON FUNCTION framework.proposal_json(bigint) IS
$$A proposal with its edits, discussion and history, as it is served, exported and imported; null when there is none:

{
  "identifier": "<uuid>", "number": 3, "carries": "<uuid>" ?,
  "partner": "riga" | null,                    the code of a partner, here and below; null: the scheme itself
  "title": "...", "reason": "...", "language": "en", "proposedAt": "<time>",
  "status": "open" | "withdrawn" | "accepted" | "rejected",
  "edits": [...],                              as framework.make_proposal describes them, from always there
  "comments": [{"identifier": "<uuid>", "partner": ..., "language": "en", "text": "...", "at": "<time>"}, ...],
  "endorsements": [{"partner": "nice", "at": "<time>"}, ...],
  "end": {"partner": ..., "reason": "..." | null, "at": "<time>"} ?,     how it was decided or withdrawn
  "history": [{"action": "proposed", "partner": ..., "at": "<time>", "comment": <place among them, from 1> ?}, ...]
}$$;

REVOKE EXECUTE ON FUNCTION framework.proposal_json(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_json(bigint) TO tessera_service;
