-- Moving statements between stores, and what trusted platforms sent that was refused.

CREATE TABLE lrs.statement_import (
    import_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    source text NOT NULL,
    lines bigint NOT NULL DEFAULT 0,
    stored bigint NOT NULL DEFAULT 0,
    already_stored bigint NOT NULL DEFAULT 0,
    conflicts bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now(),
    moved_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
);

CREATE UNIQUE INDEX statement_import_unfinished ON lrs.statement_import (digest) WHERE finished_at IS NULL;

COMMENT ON TABLE lrs.statement_import IS
    'How far the import of each file of statements has come, so that one that broke off goes on where it was.';
COMMENT ON COLUMN lrs.statement_import.import_id IS 'The import.';
COMMENT ON COLUMN lrs.statement_import.digest IS 'SHA-256 of the file: an unfinished import of the same bytes goes on.';
COMMENT ON COLUMN lrs.statement_import.source IS 'Name of the file, for people.';
COMMENT ON COLUMN lrs.statement_import.lines IS 'Lines that are dealt with, from the first.';
COMMENT ON COLUMN lrs.statement_import.stored IS 'Statements that were stored.';
COMMENT ON COLUMN lrs.statement_import.already_stored IS 'Statements that were there already.';
COMMENT ON COLUMN lrs.statement_import.conflicts IS 'Lines whose id is that of a statement which says something else.';
COMMENT ON COLUMN lrs.statement_import.refused IS 'Lines that are no valid statement.';
COMMENT ON COLUMN lrs.statement_import.started_at IS 'When it began.';
COMMENT ON COLUMN lrs.statement_import.moved_at IS 'When it last moved on.';
COMMENT ON COLUMN lrs.statement_import.finished_at IS 'When it came to its end; null until then.';

ALTER TABLE ops.api_key ADD COLUMN quarantine boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN ops.api_key.quarantine IS
    'Whether statements of the key that are refused as invalid are kept in lrs.quarantine.';

CREATE TABLE lrs.quarantine (
    quarantine_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    key_id uuid NOT NULL REFERENCES ops.api_key,
    authority json NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    xapi_version text NOT NULL CHECK (xapi_version IN ('1.0.3', '2.0.0')),
    target_id uuid,
    is_batch boolean NOT NULL,
    byte_count bigint NOT NULL,
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    violations json NOT NULL,
    UNIQUE (key_id, digest)
);

CREATE INDEX quarantine_received ON lrs.quarantine (received_at, quarantine_id);

COMMENT ON TABLE lrs.quarantine IS
    'Requests whose statements were refused as invalid, of keys that asked for it. Nothing of such a request is stored
as a statement; here it waits until somebody corrects it, sends it again or discards it.';
COMMENT ON COLUMN lrs.quarantine.quarantine_id IS 'Names the request in its answer and in /api/quarantine.';
COMMENT ON COLUMN lrs.quarantine.key_id IS 'The key that sent it.';
COMMENT ON COLUMN lrs.quarantine.authority IS 'The authority that its statements would have had, and will have.';
COMMENT ON COLUMN lrs.quarantine.received_at IS 'When it was refused.';
COMMENT ON COLUMN lrs.quarantine.xapi_version IS 'The version by whose rules it was refused.';
COMMENT ON COLUMN lrs.quarantine.target_id IS 'The id in the URL of a PUT; null for a POST.';
COMMENT ON COLUMN lrs.quarantine.is_batch IS 'Whether the body was an array of statements.';
COMMENT ON COLUMN lrs.quarantine.byte_count IS 'Size of its statements in bytes: what the limit of a key counts.';
COMMENT ON COLUMN lrs.quarantine.digest IS
    'SHA-256 of version, target and body: what is sent again unchanged is kept once.';
COMMENT ON COLUMN lrs.quarantine.violations IS 'Every fault that was told: index, pointer, rule, requirement, reason.';

CREATE TABLE lrs.quarantined_statement (
    quarantine_id uuid NOT NULL REFERENCES lrs.quarantine ON DELETE CASCADE,
    position integer NOT NULL,
    received bytea NOT NULL,
    violations json NOT NULL,
    PRIMARY KEY (quarantine_id, position)
);

COMMENT ON TABLE lrs.quarantined_statement IS
    'The statements of refused requests, valid neighbours included: nothing of a batch is lost.';
COMMENT ON COLUMN lrs.quarantined_statement.quarantine_id IS 'The request.';
COMMENT ON COLUMN lrs.quarantined_statement.position IS 'Place in the batch, from 0.';
COMMENT ON COLUMN lrs.quarantined_statement.received IS
    'The bytes as received; the whole body where that could not be taken apart. Not json, for it need not be any.';
COMMENT ON COLUMN lrs.quarantined_statement.violations IS 'Its own faults; an empty array for a valid neighbour.';

GRANT SELECT, INSERT, UPDATE ON lrs.statement_import TO tessera_service;
GRANT SELECT, INSERT, DELETE ON lrs.quarantine, lrs.quarantined_statement TO tessera_service;
