-- Revocation that verifiers can see: status lists, the places of credentials in them, and why what was revoked was.
-- Credentials with a proof within them, beside the JWT; keys of more than one kind.

CREATE TABLE credential.status_list (
    list_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    purpose text NOT NULL DEFAULT 'revocation' CHECK (purpose IN ('revocation')),
    size integer NOT NULL DEFAULT 131072 CHECK (size >= 131072 AND size % 8 = 0),
    opened_at timestamptz NOT NULL DEFAULT now(),
    changes bigint NOT NULL DEFAULT 0,
    signed_changes bigint,
    signed_at timestamptz,
    document text,
    jwt text,
    signing_keys text[] NOT NULL DEFAULT '{}',
    CHECK (num_nonnulls(signed_changes, signed_at, document, jwt) IN (0, 4))
);

COMMENT ON TABLE credential.status_list IS
    'Bitstring Status Lists (W3C, v1.0): one bit for each place, published as signed credentials.';
COMMENT ON COLUMN credential.status_list.list_key IS 'The number in /credentials/status/{n}.';
COMMENT ON COLUMN credential.status_list.purpose IS 'statusPurpose: what a bit says of a credential when it is set.';
COMMENT ON COLUMN credential.status_list.size IS 'How many places it has; no list is shorter, so that places tell little.';
COMMENT ON COLUMN credential.status_list.opened_at IS 'When it was opened; the next is opened when half of it is taken.';
COMMENT ON COLUMN credential.status_list.changes IS 'How often bits of it have changed.';
COMMENT ON COLUMN credential.status_list.signed_changes IS 'Up to which change the published list goes; null: none is.';
COMMENT ON COLUMN credential.status_list.signed_at IS 'When the published list was signed.';
COMMENT ON COLUMN credential.status_list.document IS 'The published list with its Data Integrity proof, byte for byte.';
COMMENT ON COLUMN credential.status_list.jwt IS 'The published list as a compact JWS, byte for byte.';
COMMENT ON COLUMN credential.status_list.signing_keys IS 'Ids of the keys that signed the published list.';

ALTER TABLE credential.credential
    ADD COLUMN secured text,
    ADD COLUMN secured_key_id text REFERENCES credential.signing_key,
    ADD CHECK ((secured IS NULL) = (secured_key_id IS NULL));

CREATE INDEX credential_by_key ON credential.credential (key_id);
CREATE INDEX credential_by_secured_key ON credential.credential (secured_key_id);

COMMENT ON COLUMN credential.credential.key_id IS 'The key that signed the JWT.';
COMMENT ON COLUMN credential.credential.secured IS
    'The credential with its Data Integrity proof, byte for byte as signed; null for credentials of before there were any.';
COMMENT ON COLUMN credential.credential.secured_key_id IS 'The key that made that proof.';

CREATE TABLE credential.status_entry (
    list_key integer NOT NULL REFERENCES credential.status_list,
    place integer NOT NULL CHECK (place >= 0),
    credential_id uuid NOT NULL UNIQUE REFERENCES credential.credential DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (list_key, place)
);

COMMENT ON TABLE credential.status_entry IS 'The place of each credential in a status list, drawn at random.';
COMMENT ON COLUMN credential.status_entry.list_key IS 'The list.';
COMMENT ON COLUMN credential.status_entry.place IS 'The place, from 0 (statusListIndex).';
COMMENT ON COLUMN credential.status_entry.credential_id IS 'The credential; its row follows in the same transaction.';

CREATE TABLE credential.revocation (
    credential_id uuid PRIMARY KEY REFERENCES credential.credential,
    revoked_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
    revoked_by text NOT NULL CHECK (revoked_by <> '')
);

COMMENT ON TABLE credential.revocation IS
    'Credentials that were revoked. What is revoked stays so; who should hold the level again gets another credential.';
COMMENT ON COLUMN credential.revocation.credential_id IS 'The credential.';
COMMENT ON COLUMN credential.revocation.revoked_at IS 'When it was revoked.';
COMMENT ON COLUMN credential.revocation.reason IS
    'Why, for who looks at the credential here; the public list tells no reasons.';
COMMENT ON COLUMN credential.revocation.revoked_by IS
    'Who revoked it: the name of an API key, the command''s user, or "rules" where the award fell by itself.';

ALTER TABLE credential.signing_key
    DROP CONSTRAINT signing_key_algorithm_check,
    ADD CONSTRAINT signing_key_algorithm_check CHECK (algorithm IN ('ES256', 'EdDSA')),
    ADD COLUMN compromised_at timestamptz;

COMMENT ON COLUMN credential.signing_key.compromised_at IS
    'From when nothing that it signed is to be trusted: it is no longer listed, and what it signed is signed anew.';

-- The rows of evidence and keys are history; the service adds to them.
GRANT SELECT, INSERT, UPDATE ON credential.status_list TO tessera_service;
GRANT SELECT, INSERT ON credential.status_entry, credential.revocation TO tessera_service;

-- Credentials whose awards had been withdrawn before there were status lists.
INSERT INTO credential.revocation (credential_id, revoked_at, reason, revoked_by)
SELECT c.credential_id, a.withdrawn_at, a.withdrawal_reason, 'rules'
FROM credential.award AS a
JOIN credential.credential AS c ON c.award_key = a.award_key
WHERE a.withdrawn_at IS NOT NULL;

-- Whoever revokes, and by whatever way, the lists learn of it; and what loses its award is revoked.
CREATE FUNCTION credential.note_revocations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- In one order, so that two who revoke at once do not wait for each other.
    PERFORM list.list_key
    FROM credential.status_list AS list
    WHERE list.list_key IN (
        SELECT entry.list_key
        FROM revoked
        JOIN credential.status_entry AS entry ON entry.credential_id = revoked.credential_id
    )
    ORDER BY list.list_key
    FOR NO KEY UPDATE;
    UPDATE credential.status_list AS list
    SET changes = list.changes + changed.count
    FROM (
        SELECT entry.list_key, count(*) AS count
        FROM revoked
        JOIN credential.status_entry AS entry ON entry.credential_id = revoked.credential_id
        GROUP BY entry.list_key
    ) AS changed
    WHERE list.list_key = changed.list_key;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION credential.note_revocations() IS
    'Trigger: counts the changes of the status lists that have the places of credentials which were revoked.';

CREATE TRIGGER note_revocations AFTER INSERT ON credential.revocation
    REFERENCING NEW TABLE AS revoked
    FOR EACH STATEMENT EXECUTE FUNCTION credential.note_revocations();

CREATE FUNCTION credential.revoke_withdrawn() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO credential.revocation (credential_id, revoked_at, reason, revoked_by)
    SELECT c.credential_id, a.withdrawn_at, a.withdrawal_reason, 'rules'
    FROM changed AS a
    JOIN credential.credential AS c ON c.award_key = a.award_key
    WHERE a.withdrawn_at IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION credential.revoke_withdrawn() IS
    'Trigger: a credential whose award is withdrawn is revoked in the same transaction, for the same reason.';

CREATE TRIGGER revoke_withdrawn AFTER UPDATE ON credential.award
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION credential.revoke_withdrawn();

-- Revocations are history.
CREATE FUNCTION credential.keep_revocation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'a revocation stands: who should hold the level again gets another credential'
        USING ERRCODE = 'object_not_in_prerequisite_state', SCHEMA = 'credential', TABLE = 'revocation';
END
$$;
COMMENT ON FUNCTION credential.keep_revocation() IS 'Trigger: refuses changes of revocations.';

CREATE TRIGGER keep_revocation BEFORE UPDATE OR DELETE ON credential.revocation
    FOR EACH ROW EXECUTE FUNCTION credential.keep_revocation();
