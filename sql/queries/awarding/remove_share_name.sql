-- Takes the name out of what a link shows of a credential that a person holds; no row when there is no such link.
-- $1 key of the person; $2 id of the link.
UPDATE credential.share_link AS s
SET sealed_name = NULL
FROM credential.credential AS c
JOIN credential.award AS a ON a.award_key = c.award_key
WHERE s.share_link_id = $2::uuid AND c.credential_id = s.credential_id AND a.agent_key = $1::bigint
RETURNING s.share_link_id;
