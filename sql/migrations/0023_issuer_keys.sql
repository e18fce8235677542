-- Issuer keys over their life: made known before they sign, in use, retired, compromised; and what was signed anew.

ALTER TABLE credential.signing_key
    ADD COLUMN state text NOT NULL DEFAULT 'listed',
    ADD COLUMN listed_at timestamptz NOT NULL DEFAULT now(),
    ALTER COLUMN first_used_at DROP NOT NULL,
    ALTER COLUMN first_used_at DROP DEFAULT;

UPDATE credential.signing_key SET
    listed_at = first_used_at,
    state = CASE
        WHEN compromised_at IS NOT NULL THEN 'compromised'
        WHEN retired_at IS NOT NULL THEN 'retired'
        ELSE 'listed'
    END;

-- Nodes could have keys of their own; from now on one of each kind signs, on all of them: the one that came last.
UPDATE credential.signing_key AS known SET state = 'current'
FROM (
    SELECT DISTINCT ON (issuer, algorithm) key_id
    FROM credential.signing_key
    WHERE state = 'listed'
    ORDER BY issuer, algorithm, first_used_at DESC, key_id
) AS newest
WHERE known.key_id = newest.key_id;

ALTER TABLE credential.signing_key
    ADD CONSTRAINT signing_key_state_check CHECK (state IN ('listed', 'current', 'retired', 'compromised')),
    ADD CONSTRAINT signing_key_times_check CHECK (
        (state = 'compromised') = (compromised_at IS NOT NULL)
        AND (state <> 'retired' OR retired_at IS NOT NULL)
        AND (state <> 'current' OR (first_used_at IS NOT NULL AND retired_at IS NULL))
    );

CREATE UNIQUE INDEX signing_key_current ON credential.signing_key (issuer, algorithm) WHERE state = 'current';

COMMENT ON COLUMN credential.signing_key.state IS
    'listed: verifiers know it, it signs nothing yet; current: it signs, the only one of its issuer and algorithm; '
    'retired: it signs no more, what it signed stands; compromised: nothing that it signed is to be trusted.';
COMMENT ON COLUMN credential.signing_key.listed_at IS
    'From when the DID document lists it; before verifiers'' copies of that have run out it signs nothing.';
COMMENT ON COLUMN credential.signing_key.first_used_at IS 'From when it signed; null if it never did.';

CREATE TABLE credential.superseded (
    superseded_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    credential_id uuid NOT NULL REFERENCES credential.credential,
    superseded_at timestamptz NOT NULL DEFAULT now(),
    key_id text NOT NULL REFERENCES credential.signing_key,
    secured_key_id text REFERENCES credential.signing_key,
    issued_at timestamptz NOT NULL,
    valid_from timestamptz NOT NULL,
    jwt text NOT NULL,
    secured text,
    document json NOT NULL
);

CREATE INDEX superseded_credential ON credential.superseded (credential_id, superseded_at);

COMMENT ON TABLE credential.superseded IS
    'What credentials were before they were signed anew, byte for byte as signed then. Rows are only ever added.';
COMMENT ON COLUMN credential.superseded.superseded_key IS 'Order of the rows.';
COMMENT ON COLUMN credential.superseded.credential_id IS 'The credential.';
COMMENT ON COLUMN credential.superseded.superseded_at IS 'When it was signed anew.';
COMMENT ON COLUMN credential.superseded.key_id IS 'The key that had signed the JWT.';
COMMENT ON COLUMN credential.superseded.secured_key_id IS 'The key that had made the Data Integrity proof, if there was one.';
COMMENT ON COLUMN credential.superseded.issued_at IS 'When that was signed.';
COMMENT ON COLUMN credential.superseded.valid_from IS 'From when that was valid.';
COMMENT ON COLUMN credential.superseded.jwt IS 'The compact JWS of then.';
COMMENT ON COLUMN credential.superseded.secured IS 'The credential with the proof of then.';
COMMENT ON COLUMN credential.superseded.document IS 'The credential''s JSON of then.';

GRANT SELECT, INSERT ON credential.superseded TO tessera_service;
