-- Names that holders give, so that what they show has their name in it. A name is nobody's but the holder's to read: it is
-- kept only where a link, an offer or a token needs it, and only sealed (AES-256-GCM) with a key that follows from that
-- link's, offer's or token's secret, which the database does not have. So no role reads both a name and schema lrs.

ALTER TABLE credential.share_link
    ADD COLUMN sealed_name bytea CHECK (octet_length(sealed_name) BETWEEN 29 AND 1024);
COMMENT ON COLUMN credential.share_link.sealed_name IS
    'The holder''s name, which the link shows; sealed with the link''s token, so that it can be read with the link only. '
    'Null: none was given, or it or the link was taken back.';

ALTER TABLE wallet.offer
    ADD COLUMN sealed_name bytea CHECK (octet_length(sealed_name) BETWEEN 29 AND 1024);
COMMENT ON COLUMN wallet.offer.sealed_name IS
    'The holder''s name, which the wallet''s copies have in them; sealed with the pre-authorized code. Null: none was '
    'given, or the offer was redeemed.';

ALTER TABLE wallet.issuance_token
    ADD COLUMN sealed_name bytea CHECK (octet_length(sealed_name) BETWEEN 29 AND 1024);
COMMENT ON COLUMN wallet.issuance_token.sealed_name IS
    'The holder''s name, as the offer had it; sealed with the token. Null: none was given.';

-- It takes the person as definitions name people now, and tells what it removed.
DROP FUNCTION IF EXISTS credential.forget_holder(bigint);
