-- Gives a host new tokens for a refresh token; tells what it may do with them, nothing when the token is not good.
-- $1 hash of the refresh token; $2 key of the host; $3 what it asks for, or null for all that was granted; $4 hash of the
-- new access token; $5 seconds that it is good; $6 hash of the new refresh token; $7 seconds that it is good.
SELECT wallet.refresh_tokens(
    $1::bytea, $2::bigint, $3::text[], $4::bytea, $5::integer, $6::bytea, $7::integer);
