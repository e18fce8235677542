-- The proposals against a version of a framework, the newest first, without their discussions. No row when there is no
-- such version, or nobody may see it.
-- $1 code; $2 version; $3 the status that they must have, null for any.
SELECT json_build_object(
    'framework', json_build_object('code', d.code, 'version', d.version, 'status', d.adoption_status),
    'proposals', coalesce(
        (
            SELECT json_agg(
                json_build_object(
                    'number', p.number, 'identifier', p.identifier, 'partner', p.partner, 'title', p.title,
                    'language', p.language, 'status', p.status, 'proposedAt', framework.proposal_time(p.proposed_at),
                    'endedAt', framework.proposal_time(p.closed_at),
                    'edits', (SELECT count(*) FROM framework.proposal_edit AS e WHERE e.proposal_key = p.proposal_key),
                    'comments', (
                        SELECT count(*) FROM framework.proposal_comment AS c WHERE c.proposal_key = p.proposal_key
                    ),
                    'endorsements', (
                        SELECT count(*) FROM framework.proposal_endorsement AS e WHERE e.proposal_key = p.proposal_key
                    ))
                ORDER BY p.number DESC)
            FROM framework.proposal AS p
            WHERE p.document_key = d.document_key AND ($3::text IS NULL OR p.status = $3::text)
        ),
        '[]'
    )
)
FROM framework.document AS d
WHERE d.code = $1::text AND d.version = $2::text AND d.adoption_status <> 'Private Draft';
