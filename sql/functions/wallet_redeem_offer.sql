CREATE OR REPLACE FUNCTION wallet.redeem_offer(code bytea, transaction_code bytea, token bytea, seconds integer)
RETURNS text
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found_offer wallet.offer;
BEGIN
    -- Of two wallets with one code, the second waits here and finds it redeemed.
    SELECT o.* INTO found_offer FROM wallet.offer AS o WHERE o.code_hash = code FOR UPDATE;
    IF NOT FOUND OR found_offer.redeemed_at IS NOT NULL OR found_offer.expires_at <= now() OR found_offer.failures >= 5
    THEN
        RETURN 'unknown';
    ELSIF found_offer.transaction_hash IS NULL AND transaction_code IS NOT NULL THEN
        RETURN 'unexpected';
    ELSIF found_offer.transaction_hash IS NOT NULL AND transaction_code IS NULL THEN
        RETURN 'missing';
    ELSIF found_offer.transaction_hash IS DISTINCT FROM transaction_code THEN
        UPDATE wallet.offer SET failures = failures + 1 WHERE offer_key = found_offer.offer_key;
        RETURN 'wrong';
    END IF;
    UPDATE wallet.offer SET redeemed_at = now() WHERE offer_key = found_offer.offer_key;
    INSERT INTO wallet.issuance_token (token_hash, offer_key, expires_at)
    VALUES (token, found_offer.offer_key, now() + make_interval(secs => seconds));
    RETURN 'redeemed';
END
$$;

COMMENT ON FUNCTION wallet.redeem_offer(bytea, bytea, bytea, integer) IS
    'Gives the wallet that shows an offer''s code a token for some seconds, once. Takes hashes: of the code, of the '
    'transaction code if one was given, of the token. Answers redeemed; unknown, for a code that is not or no longer good; '
    'missing, unexpected or wrong, of the transaction code. A wrong one is counted, and the fifth ends the offer.';

REVOKE EXECUTE ON FUNCTION wallet.redeem_offer(bytea, bytea, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wallet.redeem_offer(bytea, bytea, bytea, integer) TO tessera_service;
