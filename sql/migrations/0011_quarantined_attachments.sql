-- The data of attachments that came with refused requests stays with them.

CREATE TABLE lrs.quarantined_attachment (
    quarantine_id uuid NOT NULL REFERENCES lrs.quarantine ON DELETE CASCADE,
    attachment_key bigint NOT NULL REFERENCES lrs.attachment,
    sha2 text NOT NULL,
    PRIMARY KEY (quarantine_id, sha2)
);

CREATE INDEX quarantined_attachment_content ON lrs.quarantined_attachment (attachment_key);

COMMENT ON TABLE lrs.quarantined_attachment IS 'The data of attachments that came with refused requests.';
COMMENT ON COLUMN lrs.quarantined_attachment.quarantine_id IS 'The request.';
COMMENT ON COLUMN lrs.quarantined_attachment.attachment_key IS 'The content.';
COMMENT ON COLUMN lrs.quarantined_attachment.sha2 IS
    'Its digest, of the kind by which it was named, in lower case: a corrected statement names it by this.';
COMMENT ON COLUMN lrs.quarantine.byte_count IS
    'Size of its statements and attachments in bytes: what the limit of a key counts.';
COMMENT ON COLUMN lrs.quarantine.digest IS
    'SHA-256 of version, target, body and the digests of attachments: what is sent again unchanged is kept once.';

GRANT SELECT, INSERT, DELETE ON lrs.quarantined_attachment TO tessera_service;
