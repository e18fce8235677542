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

GRANT SELECT, INSERT, UPDATE ON lrs.statement_import TO tessera_service;
