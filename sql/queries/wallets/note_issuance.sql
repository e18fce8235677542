-- Notes what a wallet was given; tells the id by which the wallet can say what became of it.
-- $1 key of the offer; $2 the format; $3 how many copies.
INSERT INTO wallet.issuance (offer_key, format, copies)
VALUES ($1::bigint, $2::text, $3::smallint)
RETURNING notification_id;
