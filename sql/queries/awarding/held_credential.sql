-- Whether a person holds a credential that the caller may see.
-- $1 key of the person; $2 id of the credential.
SELECT EXISTS (
    SELECT
    FROM credential.credential AS c
    JOIN credential.award AS a ON a.award_key = c.award_key
    WHERE c.credential_id = $2::uuid AND a.agent_key = $1::bigint
) AS is_held;
