-- Notes what a wallet tells of what it was given; tells whether the token is good, and whether it is for that.
-- $1 hash of the token; $2 the id that the wallet was given; $3 the event.
WITH token AS MATERIALIZED (
    SELECT offer_key FROM wallet.issuance_token WHERE token_hash = $1::bytea AND expires_at > now()
),
noted AS (
    UPDATE wallet.issuance AS issued
    SET event = $3::text, event_at = now()
    FROM token
    WHERE issued.offer_key = token.offer_key AND issued.notification_id = $2::uuid
    RETURNING issued.issuance_key
)
SELECT EXISTS (SELECT FROM token) AS is_good, EXISTS (SELECT FROM noted) AS is_known;
