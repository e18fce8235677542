-- Registers a host of badges, and forgets some that registered long ago and that nobody let in; tells its id.
-- $1 hash of its secret; $2 its name; $3 its home page; $4 where answers may be sent; $5 what it may ask for; $6 its
-- registration, as it was sent.
WITH swept AS (
    DELETE FROM wallet.client AS old
    WHERE old.client_key IN (
        SELECT c.client_key
        FROM wallet.client AS c
        WHERE c.registered_at < now() - interval '7 days'
            AND NOT EXISTS (SELECT FROM wallet.host_grant AS g WHERE g.client_key = c.client_key)
        LIMIT 100
        FOR UPDATE SKIP LOCKED
    )
)
INSERT INTO wallet.client (secret_hash, name, home_page, redirect_uris, scopes, registration)
VALUES ($1::bytea, $2::text, $3::text, $4::text[], $5::text[], $6::json)
RETURNING client_id, registered_at;
