-- What a link shows; no row when there is no such link. What it may not show any more is null.
-- $1 hash of its token.
SELECT
    s.share_link_key,
    CASE WHEN good.is_good THEN s.credential_id END AS credential_id,
    CASE WHEN good.is_good THEN s.shows_evidence ELSE false END AS shows_evidence,
    s.expires_at, s.revoked_at IS NOT NULL AS is_revoked,
    CASE WHEN good.is_good THEN s.sealed_name END AS sealed_name
FROM credential.share_link AS s
CROSS JOIN LATERAL (
    SELECT s.revoked_at IS NULL AND COALESCE(s.expires_at > now(), true) AS is_good
) AS good
WHERE s.token_hash = $1::bytea;
