-- Roles, schemas and the operators' tables.
--
-- This one migration runs as the connecting administrator, because only an administrator may create roles.
-- Every later one runs as tessera_owner. Roles belong to the whole cluster, so another database of the same
-- cluster may have created them already, or may be creating them at this moment.

DO $roles$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (
            VALUES
                ('tessera_owner', 'NOLOGIN', 'Owns every object of Tessera and migrates it.'),
                -- The embedded cluster knows the service by its operating-system user. Elsewhere a role without a
                -- password cannot log in, and serving begins as another role with SET ROLE.
                ('tessera_service', 'LOGIN', 'What tessera serve works as: reads and writes rows, changes no object.'),
                ('tessera_reporting', 'NOLOGIN', 'Owns the evaluation views; reads tables under row-level security.'),
                ('tessera_evaluator', 'NOLOGIN', 'Group of evaluators'' logins: reads schema evaluation, nothing else.'),
                ('tessera_identity', 'NOLOGIN', 'Reads who a pseudonymous account is, and never schema lrs.')
        ) AS role (name, login, comment)
    LOOP
        -- Of several databases of a cluster that are migrated at one time, one makes the role.
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
                EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.login);
                EXECUTE format('COMMENT ON ROLE %I IS %L', wanted.name, wanted.comment);
            END IF;
            -- The administrator must be able to act as each role: to migrate as the owner, to serve as the service.
            IF NOT pg_has_role(current_user, wanted.name, 'MEMBER') THEN
                EXECUTE format('GRANT %I TO %I', wanted.name, current_user);
            END IF;
        EXCEPTION
            WHEN duplicate_object OR unique_violation OR internal_error THEN NULL;
        END;
    END LOOP;
    -- The owner hands views over to the reporting role, whose rights they run with.
    BEGIN
        IF NOT pg_has_role('tessera_owner', 'tessera_reporting', 'MEMBER') THEN
            GRANT tessera_reporting TO tessera_owner;
        END IF;
    EXCEPTION
        WHEN unique_violation OR internal_error THEN NULL;
    END;
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO tessera_owner', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO tessera_service, tessera_evaluator', current_database());
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END;
$roles$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- The migrator may have made schema ops for its own bookkeeping before it ran this file.
CREATE SCHEMA IF NOT EXISTS ops;
ALTER SCHEMA ops OWNER TO tessera_owner;
CREATE SCHEMA lrs AUTHORIZATION tessera_owner;
CREATE SCHEMA framework AUTHORIZATION tessera_owner;
CREATE SCHEMA training AUTHORIZATION tessera_owner;
CREATE SCHEMA credential AUTHORIZATION tessera_owner;
CREATE SCHEMA identity AUTHORIZATION tessera_owner;
CREATE SCHEMA evaluation AUTHORIZATION tessera_owner;

COMMENT ON SCHEMA ops IS 'Running Tessera: migrations, keys, evaluators, settings, the audit log.';
COMMENT ON SCHEMA lrs IS 'The learning record store: statements as received, their typed columns, dictionaries.';
COMMENT ON SCHEMA framework IS 'Competence frameworks: areas, competences, levels, staff profiles and their targets.';
COMMENT ON SCHEMA training IS 'Partners, pilots and who is enrolled in them, by pseudonym.';
COMMENT ON SCHEMA credential IS 'Rules, awards with their evidence, signed credentials, public halves of signing keys.';
COMMENT ON SCHEMA identity IS 'Who a pseudonymous account is. No role reads both this schema and lrs.';
COMMENT ON SCHEMA evaluation IS 'The contract with evaluators: documented, versioned views and functions.';

GRANT USAGE ON SCHEMA ops, lrs, framework, training, credential, evaluation TO tessera_service;
GRANT USAGE ON SCHEMA identity TO tessera_identity;

SET LOCAL ROLE tessera_owner;

CREATE TABLE ops.setting (
    name text PRIMARY KEY,
    value text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ops.setting IS 'Settings of this installation that SQL must know, such as disclosure thresholds.';
COMMENT ON COLUMN ops.setting.name IS 'Dotted name, such as disclosure.internal_threshold.';
COMMENT ON COLUMN ops.setting.value IS 'The value as text; readers cast it.';
COMMENT ON COLUMN ops.setting.changed_at IS 'When the value was last set.';

CREATE TABLE ops.api_key (
    key_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL CHECK (name <> '' AND position(':' IN name) = 0),
    secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    partner_key bigint,
    xapi_version text NOT NULL DEFAULT '2.0.0' CHECK (xapi_version IN ('1.0.3', '2.0.0')),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
);

CREATE UNIQUE INDEX api_key_name ON ops.api_key (name) WHERE revoked_at IS NULL;

COMMENT ON TABLE ops.api_key IS 'Keys of training platforms and other programs (HTTP Basic: name and secret).';
COMMENT ON COLUMN ops.api_key.key_id IS 'Names the key in logs, in the audit log and as the authority of its statements.';
COMMENT ON COLUMN ops.api_key.name IS 'The user name of HTTP Basic; one living key of a name at a time.';
COMMENT ON COLUMN ops.api_key.secret_hash IS 'SHA-256 of the secret, which is 256 random bits and shown once.';
COMMENT ON COLUMN ops.api_key.scopes IS 'What the key may do, in the words of xAPI (statements/write, all, ...).';
COMMENT ON COLUMN ops.api_key.partner_key IS 'The partner whose data the key is limited to; null for the whole scheme.';
COMMENT ON COLUMN ops.api_key.xapi_version IS 'The version that answers a request which names none.';
COMMENT ON COLUMN ops.api_key.created_at IS 'When the key was made.';
COMMENT ON COLUMN ops.api_key.expires_at IS 'From when the key is refused; null for never.';
COMMENT ON COLUMN ops.api_key.revoked_at IS 'When the key was withdrawn; null while it lives.';
COMMENT ON COLUMN ops.api_key.last_used_at IS 'Last use, to the minute.';

CREATE TABLE ops.evaluator (
    role_name name PRIMARY KEY,
    all_partners boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ops.evaluator IS 'The evaluators'' login roles and what they may see.';
COMMENT ON COLUMN ops.evaluator.role_name IS 'The PostgreSQL login role.';
COMMENT ON COLUMN ops.evaluator.all_partners IS 'True when the evaluator sees the pilots of every partner.';
COMMENT ON COLUMN ops.evaluator.created_at IS 'When the role was made.';

CREATE TABLE ops.evaluator_partner (
    role_name name NOT NULL REFERENCES ops.evaluator ON DELETE CASCADE,
    partner_key bigint NOT NULL,
    PRIMARY KEY (role_name, partner_key)
);

COMMENT ON TABLE ops.evaluator_partner IS 'The partners whose pilots an evaluator may see.';
COMMENT ON COLUMN ops.evaluator_partner.role_name IS 'The evaluator.';
COMMENT ON COLUMN ops.evaluator_partner.partner_key IS 'The partner.';

CREATE TABLE ops.audit_event (
    event_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}'
);

COMMENT ON TABLE ops.audit_event IS 'Who did what to keys, evaluators and credentials. Rows are only ever added.';
COMMENT ON COLUMN ops.audit_event.event_key IS 'Order of the events.';
COMMENT ON COLUMN ops.audit_event.happened_at IS 'When it happened.';
COMMENT ON COLUMN ops.audit_event.actor IS 'The key or the operating-system user that did it.';
COMMENT ON COLUMN ops.audit_event.action IS 'What was done, such as key.create.';
COMMENT ON COLUMN ops.audit_event.subject IS 'What it was done to: a key''s id, a role''s name.';
COMMENT ON COLUMN ops.audit_event.detail IS 'Particulars; never a secret and never a person''s name.';

CREATE TABLE ops.consumer (
    name text PRIMARY KEY,
    position_xid xid8 NOT NULL DEFAULT '0',
    position_key bigint NOT NULL DEFAULT 0,
    moved_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ops.consumer IS 'How far each reader of the outbox has come. A reader locks its row while it works.';
COMMENT ON COLUMN ops.consumer.name IS 'The reader, such as awarding.';
COMMENT ON COLUMN ops.consumer.position_xid IS 'Transaction of the last outbox row that was read.';
COMMENT ON COLUMN ops.consumer.position_key IS 'Statement of the last outbox row that was read.';
COMMENT ON COLUMN ops.consumer.moved_at IS 'When the reader last moved on.';

GRANT SELECT ON ops.setting TO tessera_service, tessera_reporting;
GRANT SELECT, INSERT, UPDATE ON ops.api_key, ops.consumer TO tessera_service;
GRANT SELECT, INSERT ON ops.audit_event TO tessera_service;
GRANT USAGE ON SCHEMA ops TO tessera_reporting;
GRANT SELECT ON ops.evaluator, ops.evaluator_partner TO tessera_reporting;
