-- Has the copies that a wallet is given by an offer say the holder's name.
-- $1 hash of the offer's secret; $2 the name, sealed.
UPDATE wallet.offer SET sealed_name = $2::bytea WHERE link_hash = $1::bytea;
