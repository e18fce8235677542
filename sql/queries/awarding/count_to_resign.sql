-- How many credentials keys have signed that are no longer to be trusted.
-- $1 the keys' ids; null: all that are compromised.
SELECT count(*)
FROM credential.credential AS c
WHERE EXISTS (
    SELECT FROM credential.signing_key AS key
    WHERE key.key_id IN (c.key_id, c.secured_key_id)
        AND CASE WHEN $1::text[] IS NULL THEN key.state = 'compromised' ELSE key.key_id = ANY ($1::text[]) END
);
