-- A proposal with its edits, discussion and history; while it can still be accepted, also which of its edits no longer
-- fit; and where the proposals are that it carries, and that carry it. No row when there is no such proposal, or nobody
-- may see it.
-- $1 code; $2 version; $3 number.
SELECT framework.proposal_json(p.proposal_key)
    || CASE
        WHEN p.status = 'open' AND d.adoption_status = 'Draft'
            THEN jsonb_build_object('misfits', framework.proposal_misfits(p.proposal_key))
        ELSE '{}'
    END
    || jsonb_build_object('related', (
        SELECT coalesce(
            jsonb_agg(
                jsonb_build_object(
                    'relation', CASE WHEN other.identifier = p.carries THEN 'carries' ELSE 'carried' END,
                    'code', od.code, 'version', od.version, 'number', other.number)
                ORDER BY other.proposal_key),
            '[]'
        )
        FROM framework.proposal AS other
        JOIN framework.document AS od ON od.document_key = other.document_key
        WHERE (other.identifier = p.carries OR other.carries = p.identifier) AND od.adoption_status <> 'Private Draft'
    ))
FROM framework.document AS d
JOIN framework.proposal AS p ON p.document_key = d.document_key
WHERE d.code = $1::text AND d.version = $2::text AND p.number = $3::bigint AND d.adoption_status <> 'Private Draft';
