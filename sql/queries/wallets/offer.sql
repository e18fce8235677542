-- Whether an offer asks for a transaction code; no row when there is none that can be redeemed.
-- $1 hash of the offer's secret.
SELECT offer.transaction_hash IS NOT NULL AS asks_transaction_code
FROM wallet.offer AS offer
WHERE offer.link_hash = $1::bytea AND offer.redeemed_at IS NULL AND offer.expires_at > now() AND offer.failures < 5;
