-- The document resources of the learning record store: what platforms keep beside statements.
--
-- No row-level security: a document belongs to an activity or an agent, never to a partner. Only the service may see
-- it; roles of reporting and evaluators have no grant here.

-- Within an agent and an activity the id comes before the registration: one document is one entry of the index even
-- where the registration is null, which no index condition can say of a parameter.
CREATE TABLE lrs.state_document (
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    activity_key bigint NOT NULL REFERENCES lrs.activity,
    updated_at timestamptz NOT NULL,
    registration uuid,
    state_id text NOT NULL,
    etag text NOT NULL,
    content_type text NOT NULL,
    contents bytea NOT NULL,
    UNIQUE NULLS NOT DISTINCT (agent_key, activity_key, state_id, registration)
);

COMMENT ON TABLE lrs.state_document IS 'Documents of the State resource (xAPI 2.0 §4.1.6.2).';
COMMENT ON COLUMN lrs.state_document.agent_key IS 'The agent whose state it is.';
COMMENT ON COLUMN lrs.state_document.activity_key IS 'The activity in which it is.';
COMMENT ON COLUMN lrs.state_document.updated_at IS 'When it was last stored, by the database clock.';
COMMENT ON COLUMN lrs.state_document.registration IS
    'The registration; null for a document without one, which is a context of its own.';
COMMENT ON COLUMN lrs.state_document.state_id IS 'The id that the platform gave it.';
COMMENT ON COLUMN lrs.state_document.etag IS 'SHA-1 of the contents in hexadecimal, as xAPI 1.0.3 demands of the ETag.';
COMMENT ON COLUMN lrs.state_document.content_type IS 'The media type, as received.';
COMMENT ON COLUMN lrs.state_document.contents IS 'The document''s bytes.';

CREATE TABLE lrs.agent_profile_document (
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    updated_at timestamptz NOT NULL,
    profile_id text NOT NULL,
    etag text NOT NULL,
    content_type text NOT NULL,
    contents bytea NOT NULL,
    UNIQUE (agent_key, profile_id)
);

COMMENT ON TABLE lrs.agent_profile_document IS 'Documents of the Agent Profile resource (xAPI 2.0 §4.1.6.5).';
COMMENT ON COLUMN lrs.agent_profile_document.agent_key IS 'The agent that it is about.';
COMMENT ON COLUMN lrs.agent_profile_document.updated_at IS 'When it was last stored, by the database clock.';
COMMENT ON COLUMN lrs.agent_profile_document.profile_id IS 'The id that the platform gave it.';
COMMENT ON COLUMN lrs.agent_profile_document.etag IS
    'SHA-1 of the contents in hexadecimal, as xAPI 1.0.3 demands of the ETag.';
COMMENT ON COLUMN lrs.agent_profile_document.content_type IS 'The media type, as received.';
COMMENT ON COLUMN lrs.agent_profile_document.contents IS 'The document''s bytes.';

CREATE TABLE lrs.activity_profile_document (
    activity_key bigint NOT NULL REFERENCES lrs.activity,
    updated_at timestamptz NOT NULL,
    profile_id text NOT NULL,
    etag text NOT NULL,
    content_type text NOT NULL,
    contents bytea NOT NULL,
    UNIQUE (activity_key, profile_id)
);

COMMENT ON TABLE lrs.activity_profile_document IS 'Documents of the Activity Profile resource (xAPI 2.0 §4.1.6.6).';
COMMENT ON COLUMN lrs.activity_profile_document.activity_key IS 'The activity that it is about.';
COMMENT ON COLUMN lrs.activity_profile_document.updated_at IS 'When it was last stored, by the database clock.';
COMMENT ON COLUMN lrs.activity_profile_document.profile_id IS 'The id that the platform gave it.';
COMMENT ON COLUMN lrs.activity_profile_document.etag IS
    'SHA-1 of the contents in hexadecimal, as xAPI 1.0.3 demands of the ETag.';
COMMENT ON COLUMN lrs.activity_profile_document.content_type IS 'The media type, as received.';
COMMENT ON COLUMN lrs.activity_profile_document.contents IS 'The document''s bytes.';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON lrs.state_document, lrs.agent_profile_document, lrs.activity_profile_document TO tessera_service;
