-- The claim links that the caller made, oldest first, as one JSON document; next is there where more may follow.
-- $1 good, expired or revoked, or null for any; $2 the id of the link after which they begin, or null; $3 how many at
-- most.
WITH listed AS (
    SELECT link.*, state.name AS state
    FROM credential.claim_link AS link
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN link.revoked_at IS NOT NULL THEN 'revoked'
            WHEN link.expires_at <= now() THEN 'expired'
            ELSE 'good'
        END
    ) AS state (name)
    WHERE link.claim_link_key > COALESCE(
        (SELECT former.claim_link_key FROM credential.claim_link AS former WHERE former.claim_link_id = $2::uuid), 0
    )
        AND ($1::text IS NULL OR state.name = $1::text)
    ORDER BY link.claim_link_key
    LIMIT $3::int
)
SELECT jsonb_strip_nulls(jsonb_build_object(
    'claimLinks', COALESCE(
        jsonb_agg(
            jsonb_build_object(
                'id', listed.claim_link_id,
                'state', listed.state,
                'account', CASE person.kind
                    WHEN 'account' THEN jsonb_build_object('homePage', person.home_page, 'name', person.identifier)
                END,
                'mbox', CASE person.kind WHEN 'mbox' THEN person.identifier END,
                'createdAt', listed.created_at,
                'createdBy', listed.created_by,
                'expiresAt', listed.expires_at,
                'lastUsedAt', listed.last_used_at,
                'revokedAt', listed.revoked_at,
                'sessions', (
                    SELECT count(*)
                    FROM credential.holder_session AS opened
                    WHERE opened.claim_link_key = listed.claim_link_key AND opened.expires_at > now()
                        AND listed.revoked_at IS NULL
                )
            )
            ORDER BY listed.claim_link_key
        ),
        '[]'
    ),
    'next', CASE WHEN count(*) = $3::int THEN (array_agg(listed.claim_link_id ORDER BY listed.claim_link_key DESC))[1] END
))::json
FROM listed
JOIN lrs.agent AS person ON person.agent_key = listed.agent_key;
