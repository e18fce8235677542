-- Gives a host its tokens for a code; tells what it may do with them, nothing when the code is not good.
-- $1 hash of the code; $2 key of the host; $3 where the code was sent; $4 PKCE's challenge, from the verifier; $5 hash of
-- the access token; $6 seconds that it is good; $7 hash of the refresh token; $8 seconds that it is good.
SELECT wallet.redeem_code(
    $1::bytea, $2::bigint, $3::text, $4::text, $5::bytea, $6::integer, $7::bytea, $8::integer);
