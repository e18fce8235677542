-- Offers a credential to a wallet; tells until when the offer is good.
-- $1 the credential; $2 key of its holder, or null; $3 hash of the offer's secret; $4 hash of the pre-authorized code;
-- $5 hash of the transaction code, or null; $6 seconds that it is good; $7 who makes it.
SELECT wallet.make_offer($1::uuid, $2::bigint, $3::bytea, $4::bytea, $5::bytea, $6::integer, $7::text);
