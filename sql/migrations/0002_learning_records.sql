-- The learning record store: dictionaries, statements, what they refer to, and the outbox.

CREATE SEQUENCE lrs.statement_sequence AS bigint CACHE 1;

COMMENT ON SEQUENCE lrs.statement_sequence IS 'Tells statements of one millisecond apart: the low 20 bits of statement_key.';

CREATE FUNCTION lrs.first_key_at(moment timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (floor(extract(epoch FROM moment) * 1000)::bigint - 946684800000) << 20;

COMMENT ON FUNCTION lrs.first_key_at IS
    'The smallest statement_key that a statement stored in the millisecond of `moment` can have. Ordering by
statement_key is ordering by stored, so a range of time is a range of keys.';

CREATE TYPE lrs.identifier_kind AS ENUM ('mbox', 'mbox_sha1sum', 'openid', 'account');
CREATE TYPE lrs.object_kind AS ENUM ('activity', 'agent', 'group', 'statement_ref', 'sub_statement');
CREATE TYPE lrs.activity_role AS ENUM (
    'object', 'parent', 'grouping', 'category', 'other',
    'subobject', 'subparent', 'subgrouping', 'subcategory', 'subother'
);
CREATE TYPE lrs.agent_role AS ENUM (
    'actor', 'actor_member', 'object', 'object_member', 'authority', 'authority_member',
    'instructor', 'instructor_member', 'team', 'team_member',
    'context_agent', 'context_group', 'context_group_member',
    'subactor', 'subactor_member', 'subobject', 'subobject_member', 'subinstructor', 'subinstructor_member',
    'subteam', 'subteam_member', 'subcontext_agent', 'subcontext_group', 'subcontext_group_member'
);
CREATE TYPE lrs.phase AS ENUM ('pre', 'during', 'post', 'followup');
CREATE TYPE lrs.level_method AS ENUM ('self', 'test', 'observation', 'portfolio', 'recognition');
CREATE TYPE lrs.nonresponse AS ENUM ('omitted', 'not-reached', 'not-applicable', 'declined');

CREATE TABLE lrs.verb (
    verb_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    iri text NOT NULL UNIQUE
);

COMMENT ON TABLE lrs.verb IS 'Each verb''s IRI once, so that statements carry four bytes for it.';
COMMENT ON COLUMN lrs.verb.verb_key IS 'Short key.';
COMMENT ON COLUMN lrs.verb.iri IS 'The verb''s IRI, spelled as first received.';

CREATE TABLE lrs.activity (
    activity_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    iri text NOT NULL UNIQUE,
    type text,
    definition json,
    cf_identifier uuid GENERATED ALWAYS AS (
        substring(lower(iri) FROM '/cfitems/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$')::uuid
    ) STORED
);

CREATE INDEX activity_cf_identifier ON lrs.activity (cf_identifier) WHERE cf_identifier IS NOT NULL;
CREATE INDEX activity_type ON lrs.activity (type, activity_key) WHERE type IS NOT NULL;

COMMENT ON TABLE lrs.activity IS 'Each activity once: its IRI and its definition, added up from what was received.';
COMMENT ON COLUMN lrs.activity.activity_key IS 'Short key.';
COMMENT ON COLUMN lrs.activity.iri IS 'The activity''s id, spelled as first received.';
COMMENT ON COLUMN lrs.activity.type IS 'IRI of the activity type, once any statement has told it.';
COMMENT ON COLUMN lrs.activity.definition IS 'What statements have told of the activity, added up (lrs.merged_definition).';
COMMENT ON COLUMN lrs.activity.cf_identifier IS
    'The CASE identifier when the IRI is that of a CFItem (.../CFItems/{uuid}), whatever host serves it.';

CREATE TABLE lrs.agent (
    agent_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind lrs.identifier_kind NOT NULL,
    identifier text NOT NULL,
    home_page text NOT NULL DEFAULT '',
    is_group boolean NOT NULL DEFAULT false,
    UNIQUE (identifier, home_page, kind),
    CHECK ((kind = 'account') = (home_page <> ''))
);

COMMENT ON TABLE lrs.agent IS
    'Each agent and identified group once, by its inverse functional identifier (xAPI 2.0 §4.2.2.2).';
COMMENT ON COLUMN lrs.agent.agent_key IS 'Short key.';
COMMENT ON COLUMN lrs.agent.kind IS 'Which inverse functional identifier it is.';
COMMENT ON COLUMN lrs.agent.identifier IS 'mailto IRI, hexadecimal SHA-1, OpenID URI, or the name of the account.';
COMMENT ON COLUMN lrs.agent.home_page IS 'Home page of the account; empty for the other kinds.';
COMMENT ON COLUMN lrs.agent.is_group IS 'Whether it was first seen as an identified group.';

CREATE TABLE lrs.authority (
    authority_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    document json NOT NULL,
    digest bytea NOT NULL UNIQUE
);

COMMENT ON TABLE lrs.authority IS 'Who vouches for statements: one row a key, as statements show it (xAPI 2.0 §4.2.3.6).';
COMMENT ON COLUMN lrs.authority.authority_key IS 'Short key.';
COMMENT ON COLUMN lrs.authority.agent_key IS 'The authority as an agent.';
COMMENT ON COLUMN lrs.authority.document IS 'The JSON that is put into statements when they are read.';
COMMENT ON COLUMN lrs.authority.digest IS 'SHA-256 of the document, to find it by.';

-- No foreign keys on the big tables: keys come from the dictionaries, which never lose a row, and a check for
-- each of a dozen keys of each row would cost more than the row. Widest columns first: no padding between them.
CREATE TABLE lrs.statement (
    statement_key bigint PRIMARY KEY,
    statement_id uuid NOT NULL,
    stored timestamptz NOT NULL,
    "timestamp" timestamptz NOT NULL,
    actor_key bigint,
    object_activity_key bigint,
    object_agent_key bigint,
    pilot_key bigint,
    curriculum_key bigint,
    profile_key bigint,
    instrument_key bigint,
    item_key bigint,
    competence_key bigint,
    registration uuid,
    target_id uuid,
    fingerprint uuid NOT NULL,
    verb_key integer NOT NULL,
    authority_key integer NOT NULL,
    object_kind lrs.object_kind NOT NULL,
    phase lrs.phase,
    level_method lrs.level_method,
    nonresponse lrs.nonresponse,
    level smallint,
    months_after smallint,
    success boolean,
    completion boolean,
    voided boolean NOT NULL DEFAULT false,
    id_sent boolean NOT NULL,
    timestamp_sent boolean NOT NULL,
    version_sent boolean NOT NULL,
    duration interval,
    score_scaled numeric,
    score_raw numeric,
    score_min numeric,
    score_max numeric,
    version text NOT NULL,
    response text,
    other_competence_keys bigint[],
    quality_notes text[],
    payload json NOT NULL
) WITH (fillfactor = 100, toast_tuple_target = 4080);

CREATE UNIQUE INDEX statement_id ON lrs.statement (statement_id);
CREATE INDEX statement_verb ON lrs.statement (verb_key, statement_key);
CREATE INDEX statement_actor ON lrs.statement (actor_key, statement_key) WHERE actor_key IS NOT NULL;
CREATE INDEX statement_registration ON lrs.statement (registration, statement_key) WHERE registration IS NOT NULL;
CREATE INDEX statement_pilot ON lrs.statement (pilot_key, statement_key) WHERE pilot_key IS NOT NULL;
CREATE INDEX statement_target ON lrs.statement (target_id) WHERE target_id IS NOT NULL;

COMMENT ON TABLE lrs.statement IS
    'Every statement: the bytes as received, and what the store and the evaluators ask for as typed columns.';
COMMENT ON COLUMN lrs.statement.statement_key IS
    'Milliseconds since 2000-01-01 UTC at which it was stored, shifted left by 20, and 20 bits of a sequence: the
order of statements, of pages and of time is one order.';
COMMENT ON COLUMN lrs.statement.statement_id IS 'The statement''s id.';
COMMENT ON COLUMN lrs.statement.stored IS 'When the store took it, by the database clock, to the millisecond.';
COMMENT ON COLUMN lrs.statement."timestamp" IS 'When it happened, as sent; the time of storing if none was sent.';
COMMENT ON COLUMN lrs.statement.actor_key IS 'The actor; null for an anonymous group.';
COMMENT ON COLUMN lrs.statement.object_activity_key IS 'The object, when it is an activity.';
COMMENT ON COLUMN lrs.statement.object_agent_key IS 'The object, when it is an agent or an identified group.';
COMMENT ON COLUMN lrs.statement.pilot_key IS 'The pilot (activity) that it belongs to: grouping, or the object itself.';
COMMENT ON COLUMN lrs.statement.curriculum_key IS 'The curriculum (activity) in its grouping.';
COMMENT ON COLUMN lrs.statement.profile_key IS 'The staff profile (activity) in its grouping.';
COMMENT ON COLUMN lrs.statement.instrument_key IS 'The test, survey or self-assessment (activity).';
COMMENT ON COLUMN lrs.statement.item_key IS 'The item answered (activity).';
COMMENT ON COLUMN lrs.statement.competence_key IS 'The competence, or the level of one, that it is about (activity).';
COMMENT ON COLUMN lrs.statement.registration IS 'Registration: in a pilot, one person''s participation.';
COMMENT ON COLUMN lrs.statement.target_id IS 'The statement that the object refers to, when it is a StatementRef.';
COMMENT ON COLUMN lrs.statement.fingerprint IS
    'First 128 bits of the SHA-256 of what may not change in a statement, its timestamp apart: equal for equal ones.';
COMMENT ON COLUMN lrs.statement.verb_key IS 'The verb.';
COMMENT ON COLUMN lrs.statement.authority_key IS 'Who vouches for it.';
COMMENT ON COLUMN lrs.statement.object_kind IS 'What kind of object it has.';
COMMENT ON COLUMN lrs.statement.phase IS 'When in the evaluation design it was made.';
COMMENT ON COLUMN lrs.statement.level_method IS 'How the level was found.';
COMMENT ON COLUMN lrs.statement.nonresponse IS 'Why an item has no answer.';
COMMENT ON COLUMN lrs.statement.level IS 'The level told, 0 to 4.';
COMMENT ON COLUMN lrs.statement.months_after IS 'Whole months after the pilot''s end, for a follow-up.';
COMMENT ON COLUMN lrs.statement.success IS 'result.success.';
COMMENT ON COLUMN lrs.statement.completion IS 'result.completion.';
COMMENT ON COLUMN lrs.statement.voided IS 'Whether a voiding statement names it.';
COMMENT ON COLUMN lrs.statement.id_sent IS 'Whether the client sent the id; if not, it is added when the statement is read.';
COMMENT ON COLUMN lrs.statement.timestamp_sent IS 'Whether the client sent the timestamp.';
COMMENT ON COLUMN lrs.statement.version_sent IS 'Whether the client sent the version.';
COMMENT ON COLUMN lrs.statement.duration IS 'result.duration.';
COMMENT ON COLUMN lrs.statement.score_scaled IS 'result.score.scaled, exactly the digits sent.';
COMMENT ON COLUMN lrs.statement.score_raw IS 'result.score.raw, exactly the digits sent.';
COMMENT ON COLUMN lrs.statement.score_min IS 'result.score.min, exactly the digits sent.';
COMMENT ON COLUMN lrs.statement.score_max IS 'result.score.max, exactly the digits sent.';
COMMENT ON COLUMN lrs.statement.version IS 'The xAPI version under which it was stored.';
COMMENT ON COLUMN lrs.statement.response IS 'result.response.';
COMMENT ON COLUMN lrs.statement.other_competence_keys IS 'Further competences (activities), when it is about several.';
COMMENT ON COLUMN lrs.statement.quality_notes IS 'What was wrong with the scheme''s extensions; never a reason to refuse.';
COMMENT ON COLUMN lrs.statement.payload IS
    'The bytes received, less the members that only the store may set, and with every context activity in an array.';

CREATE TABLE lrs.statement_received (
    statement_key bigint PRIMARY KEY REFERENCES lrs.statement ON DELETE CASCADE,
    received json NOT NULL
);

COMMENT ON TABLE lrs.statement_received IS
    'The untouched bytes of those statements that are not served byte for byte: they came with stored or authority, which
the store sets itself, or with a context activity outside an array.';
COMMENT ON COLUMN lrs.statement_received.statement_key IS 'The statement.';
COMMENT ON COLUMN lrs.statement_received.received IS 'The bytes as received.';

CREATE TABLE lrs.statement_activity (
    activity_key bigint NOT NULL,
    statement_key bigint NOT NULL,
    role lrs.activity_role NOT NULL,
    PRIMARY KEY (activity_key, statement_key, role)
);

COMMENT ON TABLE lrs.statement_activity IS 'Every activity that a statement names, in the order in which pages are read.';
COMMENT ON COLUMN lrs.statement_activity.activity_key IS 'The activity.';
COMMENT ON COLUMN lrs.statement_activity.statement_key IS 'The statement.';
COMMENT ON COLUMN lrs.statement_activity.role IS 'Where in the statement; sub inside a SubStatement.';

CREATE TABLE lrs.statement_agent (
    agent_key bigint NOT NULL,
    statement_key bigint NOT NULL,
    role lrs.agent_role NOT NULL,
    PRIMARY KEY (agent_key, statement_key, role)
);

COMMENT ON TABLE lrs.statement_agent IS 'Every agent and identified group that a statement names.';
COMMENT ON COLUMN lrs.statement_agent.agent_key IS 'The agent or group.';
COMMENT ON COLUMN lrs.statement_agent.statement_key IS 'The statement.';
COMMENT ON COLUMN lrs.statement_agent.role IS 'Where in the statement; _member inside a group, sub inside a SubStatement.';

CREATE TABLE lrs.statement_reference (
    target_key bigint NOT NULL,
    referrer_key bigint NOT NULL,
    PRIMARY KEY (target_key, referrer_key)
);

COMMENT ON TABLE lrs.statement_reference IS
    'Which statements refer to a statement, directly or through others: they are found by what it says too.';
COMMENT ON COLUMN lrs.statement_reference.target_key IS 'The statement that is referred to.';
COMMENT ON COLUMN lrs.statement_reference.referrer_key IS
    'A statement whose object is a StatementRef to it, or to a statement that refers to it in turn.';

CREATE TABLE lrs.outbox (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    statement_key bigint NOT NULL,
    PRIMARY KEY (xid, statement_key)
);

COMMENT ON TABLE lrs.outbox IS
    'What awards and rollups must look at: written in the transaction that stored or voided the statement. A reader
takes rows of transactions older than every one still running, in this order, and so misses none.';
COMMENT ON COLUMN lrs.outbox.xid IS 'The transaction that wrote the row.';
COMMENT ON COLUMN lrs.outbox.statement_key IS 'The statement that was stored or voided.';

GRANT USAGE ON SEQUENCE lrs.statement_sequence TO tessera_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA lrs TO tessera_service;
