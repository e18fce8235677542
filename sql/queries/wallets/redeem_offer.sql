-- Redeems an offer for a token; tells what came of it, as wallet.redeem_offer says.
-- $1 hash of the pre-authorized code; $2 hash of the transaction code, or null; $3 hash of the token; $4 seconds that it is
-- good.
SELECT wallet.redeem_offer($1::bytea, $2::bytea, $3::bytea, $4::integer);
