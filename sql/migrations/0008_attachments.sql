-- Attachments: their content once, in chunks, who refers to it, and what became of signatures.
--
-- Content is kept as rows of chunks and not as large objects: a large object can be written only within one
-- transaction, which a slow client would hold open; it has no privileges by schema, no foreign keys and no place in
-- a distributed database. Each chunk is committed by itself while it streams in, so nothing waits for a client.

CREATE TABLE lrs.attachment (
    attachment_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    length bigint,
    staged_at timestamptz DEFAULT clock_timestamp(),
    sha256 bytea UNIQUE,
    CHECK ((sha256 IS NULL) = (length IS NULL)),
    CHECK (sha256 IS NOT NULL OR staged_at IS NOT NULL),
    CHECK (octet_length(sha256) = 32)
);

CREATE INDEX attachment_staged ON lrs.attachment (staged_at) WHERE staged_at IS NOT NULL;

COMMENT ON TABLE lrs.attachment IS 'The content of attachments (xAPI 2.0 §4.2.6), each content once.';
COMMENT ON COLUMN lrs.attachment.attachment_key IS 'Short key.';
COMMENT ON COLUMN lrs.attachment.length IS 'Bytes of the content; null while it comes in.';
COMMENT ON COLUMN lrs.attachment.staged_at IS
    'When it was last uploaded, while no statement has it; such content is removed after a time. Null once one has.';
COMMENT ON COLUMN lrs.attachment.sha256 IS
    'SHA-256 of the content, whatever digest statements name it by; null while it comes in.';

CREATE TABLE lrs.attachment_chunk (
    attachment_key bigint NOT NULL REFERENCES lrs.attachment ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    data bytea NOT NULL,
    PRIMARY KEY (attachment_key, position)
);

-- What people attach is mostly compressed already: trying it again only costs time.
ALTER TABLE lrs.attachment_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

COMMENT ON TABLE lrs.attachment_chunk IS 'The content of attachments in pieces, so that nobody ever holds a whole one.';
COMMENT ON COLUMN lrs.attachment_chunk.attachment_key IS 'The content that it is a piece of.';
COMMENT ON COLUMN lrs.attachment_chunk.position IS 'Its place, from 0.';
COMMENT ON COLUMN lrs.attachment_chunk.data IS 'The bytes.';

CREATE TABLE lrs.statement_attachment (
    statement_key bigint NOT NULL REFERENCES lrs.statement ON DELETE CASCADE,
    attachment_key bigint NOT NULL REFERENCES lrs.attachment,
    declared_length bigint NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    usage_type text NOT NULL,
    content_type text NOT NULL,
    sha2 text NOT NULL,
    PRIMARY KEY (statement_key, position)
);

CREATE INDEX statement_attachment_content ON lrs.statement_attachment (attachment_key);

COMMENT ON TABLE lrs.statement_attachment IS
    'Which statements have which content: those of a statement''s attachments whose data was sent along.';
COMMENT ON COLUMN lrs.statement_attachment.statement_key IS 'The statement.';
COMMENT ON COLUMN lrs.statement_attachment.attachment_key IS 'The content.';
COMMENT ON COLUMN lrs.statement_attachment.declared_length IS
    'The length that the statement tells; where it is not that of the content, the statement is wrong.';
COMMENT ON COLUMN lrs.statement_attachment.position IS
    'Its place among the attachments, from 0; those of a SubStatement come first.';
COMMENT ON COLUMN lrs.statement_attachment.usage_type IS 'IRI of what it is for.';
COMMENT ON COLUMN lrs.statement_attachment.content_type IS 'Internet media type, as the statement tells it.';
COMMENT ON COLUMN lrs.statement_attachment.sha2 IS 'The digest by which the statement names it, in lower case.';

CREATE TYPE lrs.signature_status AS ENUM ('verified', 'key_unknown', 'chain_expired', 'chain_untrusted');

CREATE TABLE lrs.statement_signature (
    statement_key bigint NOT NULL REFERENCES lrs.statement ON DELETE CASCADE,
    checked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    valid_from timestamptz,
    valid_until timestamptz,
    position integer NOT NULL,
    status lrs.signature_status NOT NULL,
    algorithm text NOT NULL CHECK (algorithm IN ('RS256', 'RS384', 'RS512')),
    certificate_subject text,
    certificate_issuer text,
    key_sha256 bytea CHECK (octet_length(key_sha256) = 32),
    PRIMARY KEY (statement_key, position)
);

COMMENT ON TABLE lrs.statement_signature IS
    'What became of the signatures of signed statements (xAPI 2.0 §4.2.7). A malformed or false one is refused with
its statement and never stands here.';
COMMENT ON COLUMN lrs.statement_signature.statement_key IS 'The signed statement.';
COMMENT ON COLUMN lrs.statement_signature.checked_at IS 'When the signature was looked at.';
COMMENT ON COLUMN lrs.statement_signature.valid_from IS 'From when on every certificate sent along is valid.';
COMMENT ON COLUMN lrs.statement_signature.valid_until IS 'Until when every certificate sent along is valid.';
COMMENT ON COLUMN lrs.statement_signature.position IS 'The place of the signature among the statement''s attachments.';
COMMENT ON COLUMN lrs.statement_signature.status IS
    'verified: right, and by a key or certificate that this installation trusts; key_unknown: no certificate was sent
along and no trusted key made it, so it could not be checked; chain_expired: right, but a certificate was not valid at
the time; chain_untrusted: right by the certificate sent along, which no trusted one vouches for.';
COMMENT ON COLUMN lrs.statement_signature.algorithm IS 'The JWS algorithm.';
COMMENT ON COLUMN lrs.statement_signature.certificate_subject IS 'Who the certificate says has signed (RFC 4514).';
COMMENT ON COLUMN lrs.statement_signature.certificate_issuer IS 'Who vouches for the certificate (RFC 4514).';
COMMENT ON COLUMN lrs.statement_signature.key_sha256 IS
    'SHA-256 of the key that made it (its SubjectPublicKeyInfo), when it is known.';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON lrs.attachment, lrs.attachment_chunk, lrs.statement_attachment, lrs.statement_signature TO tessera_service;
