-- Key of an authority, added if it is new.
-- $1 the agent's key; $2 its JSON; $3 SHA-256 of that.
WITH written AS (
    INSERT INTO lrs.authority AS a (agent_key, document, digest)
    SELECT $1::bigint, $2::json, $3::bytea
    WHERE NOT EXISTS (SELECT FROM lrs.authority WHERE digest = $3::bytea)
    ON CONFLICT (digest) DO UPDATE SET digest = a.digest
    RETURNING a.authority_key
)
SELECT authority_key FROM written
UNION ALL
SELECT authority_key FROM lrs.authority WHERE digest = $3::bytea
LIMIT 1;
