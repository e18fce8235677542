-- Revokes a credential; tells whether it is there and when it was revoked. What is revoked stays as it is.
-- $1 its id; $2 the reason; $3 who revokes; $4 the partner that must run the credential's pilot, or null.
WITH known AS MATERIALIZED (
    SELECT c.credential_id
    FROM credential.credential AS c
    JOIN credential.award AS a ON a.award_key = c.award_key
    WHERE c.credential_id = $1::uuid
        AND (
            $4::text IS NULL
            OR EXISTS (
                SELECT FROM training.pilot_partner AS pp
                JOIN training.partner AS p ON p.partner_key = pp.partner_key
                WHERE pp.pilot_key = a.pilot_key AND p.code = $4::text
            )
        )
),
revoked AS (
    INSERT INTO credential.revocation (credential_id, reason, revoked_by)
    SELECT credential_id, $2::text, $3::text FROM known
    ON CONFLICT DO NOTHING
    RETURNING credential_id
)
SELECT EXISTS (SELECT FROM known) AS is_known, EXISTS (SELECT FROM revoked) AS is_new;
