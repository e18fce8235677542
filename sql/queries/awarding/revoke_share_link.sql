-- Takes a link back that shows a credential which a person holds; no row when there is none. One that was taken back
-- stays as it is. The name that it showed goes.
-- $1 key of the person; $2 id of the link.
UPDATE credential.share_link AS s
SET revoked_at = COALESCE(s.revoked_at, now()), sealed_name = NULL
FROM credential.credential AS c
JOIN credential.award AS a ON a.award_key = c.award_key
WHERE s.share_link_id = $2::uuid AND c.credential_id = s.credential_id AND a.agent_key = $1::bigint
RETURNING s.share_link_id;
