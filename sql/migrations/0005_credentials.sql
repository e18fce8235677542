-- From evidence to level to credential: rules as data, awards with their evidence, signed credentials.

CREATE TABLE credential.rule (
    rule_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    description text NOT NULL,
    verb_iri text NOT NULL,
    object_type text NOT NULL,
    method lrs.level_method NOT NULL CHECK (method <> 'self'),
    minimum_scaled numeric CHECK (minimum_scaled BETWEEN -1 AND 1),
    validity interval NOT NULL DEFAULT '3 years' CHECK (validity > interval '0'),
    active boolean NOT NULL DEFAULT true,
    UNIQUE (code, version)
);

CREATE UNIQUE INDEX rule_active_code ON credential.rule (code) WHERE active;

COMMENT ON TABLE credential.rule IS
    'What evidence shows a level. One row is one rule: a statement with this verb on an object of this type, successful,
tied to a competence and a level. A rule that has found awards is never edited: a new version replaces it.';
COMMENT ON COLUMN credential.rule.rule_key IS 'Short key.';
COMMENT ON COLUMN credential.rule.code IS 'The rule''s name, the same in every version.';
COMMENT ON COLUMN credential.rule.version IS 'Version, from 1.';
COMMENT ON COLUMN credential.rule.description IS 'The rule in words, as the credential tells it.';
COMMENT ON COLUMN credential.rule.verb_iri IS 'Verb that the evidence must have.';
COMMENT ON COLUMN credential.rule.object_type IS 'Activity type that the evidence''s object must have.';
COMMENT ON COLUMN credential.rule.method IS 'How such evidence finds a level; self-assessment never does.';
COMMENT ON COLUMN credential.rule.minimum_scaled IS
    'Cut score of the rule; null where the assessment''s own decision (result.success) is enough.';
COMMENT ON COLUMN credential.rule.validity IS 'How long a credential from this rule is valid.';
COMMENT ON COLUMN credential.rule.active IS 'Whether the rule finds awards now.';

CREATE TABLE credential.award (
    award_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    award_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    competence_item_key bigint NOT NULL REFERENCES framework.item,
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
    pilot_key bigint REFERENCES training.pilot,
    profile_item_key bigint REFERENCES framework.item,
    rule_key integer NOT NULL REFERENCES credential.rule,
    achieved_at timestamptz NOT NULL,
    awarded_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    withdrawal_reason text,
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);

-- Twice the same evidence, one award: a person holds a level of a competence once.
CREATE UNIQUE INDEX award_person_level ON credential.award (agent_key, competence_item_key, level)
    WHERE withdrawn_at IS NULL;
CREATE INDEX award_pilot ON credential.award (pilot_key);

COMMENT ON TABLE credential.award IS 'A person''s level of a competence, as a rule found it from evidence.';
COMMENT ON COLUMN credential.award.award_key IS 'Short key.';
COMMENT ON COLUMN credential.award.award_id IS 'Public id of the award; the credential carries the same id.';
COMMENT ON COLUMN credential.award.agent_key IS 'The person, by pseudonymous account.';
COMMENT ON COLUMN credential.award.competence_item_key IS 'The competence.';
COMMENT ON COLUMN credential.award.level IS 'The level, 1 to 4.';
COMMENT ON COLUMN credential.award.pilot_key IS 'The pilot in which the evidence arose, if it is known.';
COMMENT ON COLUMN credential.award.profile_item_key IS 'The staff profile that the evidence named, if any.';
COMMENT ON COLUMN credential.award.rule_key IS 'The rule (and its version) that found the level.';
COMMENT ON COLUMN credential.award.achieved_at IS 'When the evidence says it happened.';
COMMENT ON COLUMN credential.award.awarded_at IS 'When the rule found it.';
COMMENT ON COLUMN credential.award.withdrawn_at IS 'When it was withdrawn, for instance because its evidence was voided.';
COMMENT ON COLUMN credential.award.withdrawal_reason IS 'Why it was withdrawn.';

CREATE TABLE credential.award_evidence (
    award_key bigint NOT NULL REFERENCES credential.award ON DELETE CASCADE,
    statement_key bigint NOT NULL,
    statement_id uuid NOT NULL,
    PRIMARY KEY (award_key, statement_key)
);

CREATE INDEX award_evidence_statement ON credential.award_evidence (statement_key);

COMMENT ON TABLE credential.award_evidence IS 'The statements that met the rule.';
COMMENT ON COLUMN credential.award_evidence.award_key IS 'The award.';
COMMENT ON COLUMN credential.award_evidence.statement_key IS 'The statement.';
COMMENT ON COLUMN credential.award_evidence.statement_id IS 'Its id, kept if the statement is erased.';

CREATE TABLE credential.signing_key (
    key_id text PRIMARY KEY,
    algorithm text NOT NULL CHECK (algorithm IN ('ES256')),
    issuer text NOT NULL,
    public_jwk json NOT NULL,
    first_used_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
);

COMMENT ON TABLE credential.signing_key IS
    'Public halves of the signing keys, so that every node shows every key in the issuer''s DID document.';
COMMENT ON COLUMN credential.signing_key.key_id IS 'JWK thumbprint (RFC 7638), the fragment of the verification method.';
COMMENT ON COLUMN credential.signing_key.algorithm IS 'JOSE name of the signature algorithm.';
COMMENT ON COLUMN credential.signing_key.issuer IS 'The DID whose key it is.';
COMMENT ON COLUMN credential.signing_key.public_jwk IS 'The public key as JWK (RFC 7517).';
COMMENT ON COLUMN credential.signing_key.first_used_at IS 'When a node first signed with it.';
COMMENT ON COLUMN credential.signing_key.retired_at IS 'When it stopped signing; it is listed on, so that credentials verify.';

CREATE TABLE credential.credential (
    credential_id uuid PRIMARY KEY,
    award_key bigint NOT NULL UNIQUE REFERENCES credential.award,
    key_id text NOT NULL REFERENCES credential.signing_key,
    issued_at timestamptz NOT NULL DEFAULT now(),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    jwt text NOT NULL,
    document json NOT NULL
);

COMMENT ON TABLE credential.credential IS 'Signed Open Badges 3.0 credentials, one an award, exactly as signed.';
COMMENT ON COLUMN credential.credential.credential_id IS 'The id in /credentials/{uuid}; the award''s id.';
COMMENT ON COLUMN credential.credential.award_key IS 'The award.';
COMMENT ON COLUMN credential.credential.key_id IS 'The key that signed it.';
COMMENT ON COLUMN credential.credential.issued_at IS 'When it was signed.';
COMMENT ON COLUMN credential.credential.valid_from IS 'From when it is valid.';
COMMENT ON COLUMN credential.credential.valid_until IS 'Until when it is valid; null without end.';
COMMENT ON COLUMN credential.credential.jwt IS 'The compact JWS, byte for byte as signed.';
COMMENT ON COLUMN credential.credential.document IS 'The credential''s JSON, byte for byte as it went into the signature.';

-- Keys and evaluators belong to partners, which are known only now.
ALTER TABLE ops.api_key ADD FOREIGN KEY (partner_key) REFERENCES training.partner;
ALTER TABLE ops.evaluator_partner ADD FOREIGN KEY (partner_key) REFERENCES training.partner;

GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA credential TO tessera_service;

INSERT INTO ops.consumer (name) VALUES ('awarding');
