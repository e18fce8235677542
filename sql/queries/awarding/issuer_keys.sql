-- The keys of every issuer with their times, oldest first, and how many credentials each has signed that are as they are.
SELECT
    key.key_id, key.algorithm, key.issuer, key.public_jwk, key.state, key.listed_at, key.first_used_at, key.retired_at,
    key.compromised_at,
    (
        SELECT count(*)
        FROM credential.credential AS c
        WHERE c.key_id = key.key_id OR c.secured_key_id = key.key_id
    ) AS credentials
FROM credential.signing_key AS key
ORDER BY key.issuer, key.listed_at, key.algorithm DESC, key.key_id;
