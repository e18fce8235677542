-- A page of a holder's credentials that stand, newest first: ours that the caller may see, and those that hosts sent; and
-- how many there are on all pages.
-- $1 key of the holder; $2 only those issued or received after this, or null; $3 how many; $4 after how many.
WITH held AS MATERIALIZED (
    SELECT coalesce(c.secured, c.jwt) AS body, c.secured IS NULL AS is_token, c.issued_at AS at, c.credential_id::text AS id
    FROM credential.award AS a
    JOIN credential.credential AS c ON c.award_key = a.award_key
    WHERE a.agent_key = $1::bigint AND a.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM credential.revocation AS r WHERE r.credential_id = c.credential_id)
    UNION ALL
    SELECT f.body, f.media_type = 'text/plain', f.received_at, f.issuer_id || ' ' || f.credential_id
    FROM wallet.foreign_credential AS f
    WHERE f.agent_key = $1::bigint
),
wanted AS MATERIALIZED (
    SELECT body, is_token, row_number() OVER (ORDER BY at DESC, id) AS rank
    FROM held
    WHERE $2::timestamptz IS NULL OR at > $2::timestamptz
)
SELECT
    (SELECT count(*) FROM wanted) AS total,
    coalesce(array_agg(body ORDER BY rank), '{}') AS bodies,
    coalesce(array_agg(is_token ORDER BY rank), '{}') AS are_tokens
FROM wanted
WHERE rank > $4::bigint AND rank <= $4::bigint + $3::bigint;
