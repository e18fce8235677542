-- What holders take elsewhere: offers by which wallets get credentials that are bound to their keys (OpenID4VCI), and the
-- hosts of badges that holders let read and write what is theirs (Open Badges 3.0 API, OAuth 2.0). Of every secret only
-- the hash is kept.

CREATE SCHEMA wallet;
COMMENT ON SCHEMA wallet IS
    'Wallets and hosts of badges: offers, tokens, what they were given, and what hosts sent. Service only.';
GRANT USAGE ON SCHEMA wallet TO tessera_service;

-- Wallets -------------------------------------------------------------------------------------------------------------

CREATE TABLE wallet.offer (
    offer_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offer_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    link_hash bytea NOT NULL UNIQUE CHECK (octet_length(link_hash) = 32),
    code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
    transaction_hash bytea CHECK (octet_length(transaction_hash) = 32),
    credential_id uuid NOT NULL REFERENCES credential.credential ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL CHECK (created_by <> ''),
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    failures smallint NOT NULL DEFAULT 0 CHECK (failures >= 0),
    redeemed_at timestamptz
);
CREATE INDEX offer_credential ON wallet.offer (credential_id);
CREATE INDEX offer_end ON wallet.offer (expires_at);

COMMENT ON TABLE wallet.offer IS
    'Offers of a credential to a wallet (OpenID4VCI 1.0, pre-authorized code). Each is redeemed once.';
COMMENT ON COLUMN wallet.offer.offer_key IS 'Internal key.';
COMMENT ON COLUMN wallet.offer.offer_id IS 'Public id, for the log and the audit log.';
COMMENT ON COLUMN wallet.offer.link_hash IS 'SHA-256 of the secret in the offer''s address.';
COMMENT ON COLUMN wallet.offer.code_hash IS 'SHA-256 of the pre-authorized code, which follows from that secret.';
COMMENT ON COLUMN wallet.offer.transaction_hash IS
    'SHA-256 of the pre-authorized code and the transaction code that the holder is told elsewhere; null: none is asked for.';
COMMENT ON COLUMN wallet.offer.credential_id IS 'The credential that is offered.';
COMMENT ON COLUMN wallet.offer.created_at IS 'When it was made.';
COMMENT ON COLUMN wallet.offer.created_by IS 'The API key that made it, or "holder".';
COMMENT ON COLUMN wallet.offer.expires_at IS 'Until when it can be redeemed.';
COMMENT ON COLUMN wallet.offer.failures IS 'How often a wrong transaction code was given; five end the offer.';
COMMENT ON COLUMN wallet.offer.redeemed_at IS 'When a wallet redeemed it.';

CREATE TABLE wallet.issuance_token (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    offer_key bigint NOT NULL UNIQUE REFERENCES wallet.offer ON DELETE CASCADE,
    issued_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL CHECK (expires_at > issued_at)
);

COMMENT ON TABLE wallet.issuance_token IS 'Access tokens of wallets that redeemed an offer: one an offer.';
COMMENT ON COLUMN wallet.issuance_token.token_hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN wallet.issuance_token.offer_key IS 'The offer.';
COMMENT ON COLUMN wallet.issuance_token.issued_at IS 'When it was issued.';
COMMENT ON COLUMN wallet.issuance_token.expires_at IS 'Until when it is good.';

CREATE TABLE wallet.nonce (
    nonce_hash bytea PRIMARY KEY CHECK (octet_length(nonce_hash) = 32),
    expires_at timestamptz NOT NULL
);
CREATE INDEX nonce_end ON wallet.nonce (expires_at);

COMMENT ON TABLE wallet.nonce IS
    'Challenges that wallets'' proofs of their keys answer. A row goes when it is used, or after it expired.';
COMMENT ON COLUMN wallet.nonce.nonce_hash IS 'SHA-256 of the challenge.';
COMMENT ON COLUMN wallet.nonce.expires_at IS 'Until when it can be answered.';

CREATE TABLE wallet.issuance (
    issuance_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notification_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    offer_key bigint NOT NULL REFERENCES wallet.offer ON DELETE CASCADE,
    format text NOT NULL CHECK (format IN ('ldp_vc', 'jwt_vc_json', 'dc+sd-jwt')),
    copies smallint NOT NULL CHECK (copies > 0),
    issued_at timestamptz NOT NULL DEFAULT now(),
    event text CHECK (event IN ('credential_accepted', 'credential_failure', 'credential_deleted')),
    event_at timestamptz,
    CHECK ((event IS NULL) = (event_at IS NULL))
);
CREATE INDEX issuance_offer ON wallet.issuance (offer_key);

COMMENT ON TABLE wallet.issuance IS
    'What wallets were given. The copies are the credential itself, with its id and its place in the status list; the '
    'holders'' keys that they are bound to are kept nowhere.';
COMMENT ON COLUMN wallet.issuance.issuance_key IS 'Internal key.';
COMMENT ON COLUMN wallet.issuance.notification_id IS 'What the wallet names in its notification.';
COMMENT ON COLUMN wallet.issuance.offer_key IS 'The offer.';
COMMENT ON COLUMN wallet.issuance.format IS 'The format, by OpenID4VCI''s name.';
COMMENT ON COLUMN wallet.issuance.copies IS 'How many copies, each bound to another key.';
COMMENT ON COLUMN wallet.issuance.issued_at IS 'When.';
COMMENT ON COLUMN wallet.issuance.event IS 'What the wallet told of them last; null: nothing yet.';
COMMENT ON COLUMN wallet.issuance.event_at IS 'When it told so.';

-- Hosts of badges -----------------------------------------------------------------------------------------------------

CREATE TABLE wallet.client (
    client_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
    name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
    home_page text NOT NULL CHECK (length(home_page) <= 2000),
    redirect_uris text[] NOT NULL CHECK (cardinality(redirect_uris) BETWEEN 1 AND 10),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    registration json NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE wallet.client IS
    'Hosts of badges that registered themselves (RFC 7591). Registration proves nothing: a holder decides on each.';
COMMENT ON COLUMN wallet.client.client_key IS 'Internal key.';
COMMENT ON COLUMN wallet.client.client_id IS 'OAuth''s client_id.';
COMMENT ON COLUMN wallet.client.secret_hash IS 'SHA-256 of the client''s secret, which is 256 random bits.';
COMMENT ON COLUMN wallet.client.name IS 'What it calls itself (client_name).';
COMMENT ON COLUMN wallet.client.home_page IS 'Its home page (client_uri).';
COMMENT ON COLUMN wallet.client.redirect_uris IS 'Where answers may be sent, byte for byte.';
COMMENT ON COLUMN wallet.client.scopes IS 'What it may ask for.';
COMMENT ON COLUMN wallet.client.registration IS 'Its registration, as it was sent.';
COMMENT ON COLUMN wallet.client.registered_at IS 'When it registered; one that nobody let in is forgotten after a week.';

CREATE TABLE wallet.host_grant (
    grant_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    grant_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    client_key bigint NOT NULL REFERENCES wallet.client,
    agent_key bigint NOT NULL REFERENCES lrs.agent ON DELETE CASCADE,
    partner_key bigint REFERENCES training.partner ON DELETE CASCADE,
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    granted_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX host_grant_client ON wallet.host_grant (client_key);
CREATE INDEX host_grant_person ON wallet.host_grant (agent_key);
CREATE INDEX host_grant_partner ON wallet.host_grant (partner_key);

COMMENT ON TABLE wallet.host_grant IS 'Which hosts a holder let in, and for what.';
COMMENT ON COLUMN wallet.host_grant.grant_key IS 'Internal key.';
COMMENT ON COLUMN wallet.host_grant.grant_id IS 'Public id, by which the holder takes it back.';
COMMENT ON COLUMN wallet.host_grant.client_key IS 'The host.';
COMMENT ON COLUMN wallet.host_grant.agent_key IS 'The holder.';
COMMENT ON COLUMN wallet.host_grant.partner_key IS
    'The partner to whose pilots'' credentials the holder''s claim link was limited; null: to none.';
COMMENT ON COLUMN wallet.host_grant.scopes IS 'What the host may do.';
COMMENT ON COLUMN wallet.host_grant.granted_at IS 'When the holder let it in.';
COMMENT ON COLUMN wallet.host_grant.last_used_at IS 'When the host last asked for something, to the hour.';
COMMENT ON COLUMN wallet.host_grant.revoked_at IS 'Since when none of its tokens is good.';

CREATE TABLE wallet.authorization_code (
    code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
    grant_key bigint NOT NULL REFERENCES wallet.host_grant ON DELETE CASCADE,
    redirect_uri text NOT NULL,
    challenge text NOT NULL CHECK (length(challenge) = 43),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX authorization_code_grant ON wallet.authorization_code (grant_key);

COMMENT ON TABLE wallet.authorization_code IS
    'Authorization codes (RFC 6749 §4.1). One that is used a second time ends the grant.';
COMMENT ON COLUMN wallet.authorization_code.code_hash IS 'SHA-256 of the code.';
COMMENT ON COLUMN wallet.authorization_code.grant_key IS 'What the holder granted.';
COMMENT ON COLUMN wallet.authorization_code.redirect_uri IS 'The address that it was sent to, which the host must name again.';
COMMENT ON COLUMN wallet.authorization_code.challenge IS 'PKCE''s code_challenge (S256), whose verifier the host must know.';
COMMENT ON COLUMN wallet.authorization_code.expires_at IS 'Until when it is good.';
COMMENT ON COLUMN wallet.authorization_code.used_at IS 'When it was used.';

CREATE TABLE wallet.host_token (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    grant_key bigint NOT NULL REFERENCES wallet.host_grant ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('access', 'refresh')),
    scopes text[] NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
    used_at timestamptz
);
CREATE INDEX host_token_grant ON wallet.host_token (grant_key);
CREATE INDEX host_token_end ON wallet.host_token (expires_at);

COMMENT ON TABLE wallet.host_token IS
    'Access and refresh tokens of hosts. A refresh token is used once; a second time ends the grant.';
COMMENT ON COLUMN wallet.host_token.token_hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN wallet.host_token.grant_key IS 'What the holder granted.';
COMMENT ON COLUMN wallet.host_token.kind IS 'access or refresh.';
COMMENT ON COLUMN wallet.host_token.scopes IS 'What it may be used for, no more than what was granted.';
COMMENT ON COLUMN wallet.host_token.issued_at IS 'When it was issued.';
COMMENT ON COLUMN wallet.host_token.expires_at IS 'Until when it is good.';
COMMENT ON COLUMN wallet.host_token.used_at IS 'Of a refresh token: when it was used.';

CREATE TABLE wallet.foreign_credential (
    agent_key bigint NOT NULL REFERENCES lrs.agent ON DELETE CASCADE,
    issuer_id text NOT NULL CHECK (length(issuer_id) <= 1000),
    credential_id text NOT NULL CHECK (length(credential_id) <= 1000),
    media_type text NOT NULL CHECK (media_type IN ('application/vc+ld+json', 'text/plain')),
    body text NOT NULL,
    valid_from timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    client_key bigint REFERENCES wallet.client ON DELETE SET NULL,
    PRIMARY KEY (agent_key, issuer_id, credential_id)
);
CREATE INDEX foreign_credential_client ON wallet.foreign_credential (client_key);

COMMENT ON TABLE wallet.foreign_credential IS
    'Credentials that hosts sent for a holder (upsertCredential), exactly as they were sent.';
COMMENT ON COLUMN wallet.foreign_credential.agent_key IS 'The holder.';
COMMENT ON COLUMN wallet.foreign_credential.issuer_id IS 'The issuer''s id, trimmed.';
COMMENT ON COLUMN wallet.foreign_credential.credential_id IS 'The credential''s id, trimmed; with the issuer''s it names it.';
COMMENT ON COLUMN wallet.foreign_credential.media_type IS 'JSON-LD with its proof, or a compact JWS.';
COMMENT ON COLUMN wallet.foreign_credential.body IS 'The credential, byte for byte.';
COMMENT ON COLUMN wallet.foreign_credential.valid_from IS 'From when it is valid; of two the newer one stays.';
COMMENT ON COLUMN wallet.foreign_credential.received_at IS 'When it was received.';
COMMENT ON COLUMN wallet.foreign_credential.client_key IS 'The host that sent it.';

CREATE TABLE wallet.host_profile (
    agent_key bigint PRIMARY KEY REFERENCES lrs.agent ON DELETE CASCADE,
    profile json NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE wallet.host_profile IS 'The profiles that hosts put for holders (putProfile), as they were sent.';
COMMENT ON COLUMN wallet.host_profile.agent_key IS 'The holder.';
COMMENT ON COLUMN wallet.host_profile.profile IS 'An Open Badges Profile.';
COMMENT ON COLUMN wallet.host_profile.changed_at IS 'When it was last put.';

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wallet TO tessera_service;

-- Status lists as tokens, for SD-JWT VCs ------------------------------------------------------------------------------

ALTER TABLE credential.status_list ADD COLUMN token text;
COMMENT ON COLUMN credential.status_list.token IS
    'The same bits as a status list token (draft-ietf-oauth-status-list), byte for byte; null until it is next signed.';
