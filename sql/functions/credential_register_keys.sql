CREATE OR REPLACE FUNCTION credential.register_keys(
    of_issuer text, ids text[], algorithms text[], jwks json[], may_begin boolean[]
) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    LOCK TABLE credential.signing_key IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO credential.signing_key (key_id, algorithm, issuer, public_jwk)
    SELECT k.key_id, k.algorithm, of_issuer, k.public_jwk
    FROM unnest(ids, algorithms, jwks) AS k (key_id, algorithm, public_jwk)
    ON CONFLICT (key_id) DO NOTHING;
    -- The first key of all signs at once: there is nothing that verifiers could have kept.
    UPDATE credential.signing_key AS known SET state = 'current', first_used_at = now()
    FROM (
        SELECT DISTINCT ON (k.algorithm) k.key_id
        FROM unnest(ids, algorithms, may_begin) WITH ORDINALITY AS k (key_id, algorithm, may_begin, place)
        WHERE k.may_begin
            AND NOT EXISTS (
                SELECT FROM credential.signing_key AS used
                WHERE used.issuer = of_issuer AND used.algorithm = k.algorithm AND used.state <> 'listed'
            )
        ORDER BY k.algorithm, k.place
    ) AS first
    WHERE known.key_id = first.key_id AND known.issuer = of_issuer;
END
$$;

COMMENT ON FUNCTION credential.register_keys(text, text[], text[], json[], boolean[]) IS
    'Lists the public halves of keys in the issuer''s DID document: by id, JOSE name of the algorithm and JWK. Where no '
    'key of an algorithm has ever been in use, the first that may begin is from now on. Known keys stay as they are.';

REVOKE EXECUTE ON FUNCTION credential.register_keys(text, text[], text[], json[], boolean[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.register_keys(text, text[], text[], json[], boolean[]) TO tessera_service;
