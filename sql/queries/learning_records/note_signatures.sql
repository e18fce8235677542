-- Notes what became of the signatures of statements that a transaction stores.
-- $1 ids of statements and $2 their fingerprints, for each signature; $3 its place among the attachments; $4 status;
-- $5 algorithm; $6 subject and $7 issuer of the certificate; $8 and $9 when the certificates are valid; $10 SHA-256 of
-- the key.
INSERT INTO lrs.statement_signature (
    statement_key, position, status, algorithm, certificate_subject, certificate_issuer, valid_from, valid_until,
    key_sha256
)
SELECT
    s.statement_key, i.position, i.status::lrs.signature_status, i.algorithm, i.certificate_subject,
    i.certificate_issuer, i.valid_from, i.valid_until, i.key_sha256
FROM unnest(
    $1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
    $9::timestamptz[], $10::bytea[]
) AS i (
    statement_id, fingerprint, position, status, algorithm, certificate_subject, certificate_issuer, valid_from,
    valid_until, key_sha256
)
JOIN lrs.statement AS s ON s.statement_id = i.statement_id AND s.fingerprint = i.fingerprint
ON CONFLICT DO NOTHING;
