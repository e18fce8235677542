-- Has the copies that are issued by a token say the holder's name.
-- $1 hash of the token; $2 the name, sealed.
UPDATE wallet.issuance_token SET sealed_name = $2::bytea WHERE token_hash = $1::bytea;
