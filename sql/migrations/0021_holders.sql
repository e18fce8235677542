-- Holders: how people come to the credentials that are about them, and whom they show them to. Nobody has a password
-- here: a link that a partner hands over opens a session, and links that the holder makes show single credentials.

CREATE TABLE credential.claim_link (
    claim_link_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    claim_link_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
    agent_key bigint NOT NULL REFERENCES lrs.agent ON DELETE CASCADE,
    partner_key bigint REFERENCES training.partner ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL CHECK (created_by <> ''),
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    last_used_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX claim_link_person ON credential.claim_link (agent_key);
CREATE INDEX claim_link_partner ON credential.claim_link (partner_key);

COMMENT ON TABLE credential.claim_link IS
    'Links that make whoever opens them the holder of a person''s credentials. They are handed over outside of here.';
COMMENT ON COLUMN credential.claim_link.claim_link_key IS 'Internal key.';
COMMENT ON COLUMN credential.claim_link.claim_link_id IS 'Public id, by which the link is revoked.';
COMMENT ON COLUMN credential.claim_link.secret_hash IS
    'SHA-256 of the 256 random bits in /claim/{secret}, as the link writes them; the secret is kept nowhere.';
COMMENT ON COLUMN credential.claim_link.agent_key IS 'The person, by pseudonymous account.';
COMMENT ON COLUMN credential.claim_link.partner_key IS
    'The partner that made the link, which opens credentials of its pilots only; null where the scheme made it.';
COMMENT ON COLUMN credential.claim_link.created_at IS 'When it was made.';
COMMENT ON COLUMN credential.claim_link.created_by IS 'The API key or operator that made it.';
COMMENT ON COLUMN credential.claim_link.expires_at IS 'Until when it opens sessions.';
COMMENT ON COLUMN credential.claim_link.last_used_at IS 'When it last opened one.';
COMMENT ON COLUMN credential.claim_link.revoked_at IS 'Since when neither it nor a session that it opened is good.';

CREATE TABLE credential.holder_session (
    session_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
    claim_link_key bigint NOT NULL REFERENCES credential.claim_link ON DELETE CASCADE,
    opened_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL CHECK (expires_at > opened_at)
);
CREATE INDEX holder_session_link ON credential.holder_session (claim_link_key);
CREATE INDEX holder_session_end ON credential.holder_session (expires_at);

COMMENT ON TABLE credential.holder_session IS
    'Browsers that a claim link has let in. Rows go when the holder signs out, and some time after they expired.';
COMMENT ON COLUMN credential.holder_session.session_key IS 'Internal key.';
COMMENT ON COLUMN credential.holder_session.secret_hash IS
    'SHA-256 of the cookie''s 256 random bits; the cookie itself is kept nowhere.';
COMMENT ON COLUMN credential.holder_session.claim_link_key IS 'The link that opened it, and so whose it is.';
COMMENT ON COLUMN credential.holder_session.opened_at IS 'When it was opened.';
COMMENT ON COLUMN credential.holder_session.expires_at IS 'Until when it is good.';

CREATE TABLE credential.share_link (
    share_link_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    share_link_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    credential_id uuid NOT NULL REFERENCES credential.credential ON DELETE CASCADE,
    label text CHECK (label <> '' AND length(label) <= 100),
    shows_evidence boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz CHECK (expires_at > created_at),
    revoked_at timestamptz,
    openings bigint NOT NULL DEFAULT 0,
    last_opened_on date
);
CREATE INDEX share_link_credential ON credential.share_link (credential_id);

COMMENT ON TABLE credential.share_link IS
    'Links by which holders show single credentials. Who opens them is noted nowhere, only how often.';
COMMENT ON COLUMN credential.share_link.share_link_key IS 'Internal key.';
COMMENT ON COLUMN credential.share_link.share_link_id IS 'Public id, by which the holder revokes it.';
COMMENT ON COLUMN credential.share_link.token_hash IS
    'SHA-256 of the random token in /v/{token}, as the link writes it; the token is kept nowhere.';
COMMENT ON COLUMN credential.share_link.credential_id IS 'The credential that it shows.';
COMMENT ON COLUMN credential.share_link.label IS 'What the holder calls it, for the holder only.';
COMMENT ON COLUMN credential.share_link.shows_evidence IS
    'Whether it shows what the credential rests on, piece by piece.';
COMMENT ON COLUMN credential.share_link.created_at IS 'When it was made.';
COMMENT ON COLUMN credential.share_link.expires_at IS
    'Until when it shows the credential, which has a validity of its own; null without end.';
COMMENT ON COLUMN credential.share_link.revoked_at IS 'When the holder took it back.';
COMMENT ON COLUMN credential.share_link.openings IS 'How often it showed the credential.';
COMMENT ON COLUMN credential.share_link.last_opened_on IS
    'The day on which it last did; no closer, for that tells of whom.';

GRANT SELECT, INSERT, UPDATE, DELETE ON
    credential.claim_link, credential.holder_session, credential.share_link
    TO tessera_service;

-- A partner that asks sees the links that it made, and nothing of what holders do with them.
ALTER TABLE credential.claim_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.claim_link TO tessera_service
    USING ((SELECT training.asking_partner() IS NULL) OR training.is_own_partner(partner_key));
