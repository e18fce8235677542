-- Takes the sealed name out of an offer that was redeemed; no row when it has none.
-- $1 hash of the pre-authorized code.
WITH named AS (
    SELECT offer_key, sealed_name FROM wallet.offer WHERE code_hash = $1::bytea AND sealed_name IS NOT NULL
)
UPDATE wallet.offer AS o
SET sealed_name = NULL
FROM named
WHERE o.offer_key = named.offer_key
RETURNING named.sealed_name;
