-- Makes a link that shows a credential which a person holds; no row when the person does not, or has too many.
-- $1 key of the person; $2 id of the credential; $3 hash of the token; $4 what the holder calls it, or null; $5 whether
-- it shows the evidence; $6 for how many days, or null; $7 how many good links there may be of a credential; $8 the name
-- that it shows, sealed, or null.
INSERT INTO credential.share_link (token_hash, credential_id, label, shows_evidence, expires_at, sealed_name)
SELECT $3::bytea, c.credential_id, $4::text, $5::boolean, now() + make_interval(days => $6::integer), $8::bytea
FROM credential.credential AS c
JOIN credential.award AS a ON a.award_key = c.award_key
WHERE c.credential_id = $2::uuid AND a.agent_key = $1::bigint
    AND $7::integer > (
        SELECT count(*) FROM credential.share_link AS s
        WHERE s.credential_id = c.credential_id AND s.revoked_at IS NULL AND COALESCE(s.expires_at > now(), true)
    )
RETURNING share_link_id;
