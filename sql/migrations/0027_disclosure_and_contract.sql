-- What everybody may read of pilots that are over, and the versions of what evaluators rely on.
--
-- A partner's evaluators read schema evaluation: their own pilots, live, from disclosure.internal_threshold people on.
-- Every evaluator reads schema published: the pilots of all partners, from disclosure.publication_threshold people on.
-- What is published of a pilot is put together once, by publication.publish_pilot, and kept: who reads a live number
-- today and tomorrow knows what changed between, which may be one person who answered late or was erased.

-- The contract --------------------------------------------------------------------------------------------------------

CREATE TABLE evaluation.contract (
    number integer PRIMARY KEY CHECK (number > 0),
    version text NOT NULL UNIQUE CHECK (version ~ '^[0-9]+\.[0-9]+$'),
    released_on date NOT NULL,
    change text NOT NULL CHECK (change <> ''),
    columns_sha256 text NOT NULL CHECK (columns_sha256 ~ '^[0-9a-f]{64}$')
);

COMMENT ON TABLE evaluation.contract IS
    'The versions of schemas evaluation and published, one row each; the last is the one in force. Every change to a '
    'view, a column, a type or a comment is a new version. The first number counts what breaks a notebook (a column '
    'renamed or removed, a number counted otherwise), the second what does not.';
COMMENT ON COLUMN evaluation.contract.number IS 'Order of the versions, from 1.';
COMMENT ON COLUMN evaluation.contract.version IS 'Version, e.g. 1.0.';
COMMENT ON COLUMN evaluation.contract.released_on IS 'Day of the change.';
COMMENT ON COLUMN evaluation.contract.change IS 'What changed, in words.';
COMMENT ON COLUMN evaluation.contract.columns_sha256 IS
    'SHA-256, in hexadecimal, of the list of all views, columns, types and comments of the version '
    '(Tests/EvaluationTests/columns.txt in the source).';

GRANT SELECT ON evaluation.contract TO tessera_evaluator, tessera_reporting, tessera_service;

INSERT INTO evaluation.contract (number, version, released_on, change, columns_sha256)
VALUES
    (
        1, '1.0', '2026-11-20',
        'The 28 views of schema evaluation up to here, and its statistical functions.',
        'a01a4893125515ae7a2c172dd57df1ff0f9f0453d61ca52a21019215356c1ab0'
    ),
    (
        2, '1.1', '2026-11-28',
        'New in evaluation: reaction_summary, confidence_commitment, credential_status, findings, feedback_actions, '
        'contract. New: schema published, with what is told of every partner''s pilots. A threshold that is set under '
        '3 counts as 3. as_of is the moment through which statements are counted, not that of the query.',
        'efa20a37b880bb98ee53da5dac774aedf7cc678eb6857b2aaa0c2a595e76dced'
    );

-- What an item is about -----------------------------------------------------------------------------------------------

ALTER TABLE training.instrument_item
    ADD COLUMN aspect text CHECK (
        aspect IN (
            'satisfaction', 'engagement', 'relevance', 'knowledge', 'skill', 'attitude', 'confidence', 'commitment'
        )
    );
COMMENT ON COLUMN training.instrument_item.aspect IS
    'What of its Kirkpatrick level the item measures: satisfaction, engagement or relevance (reaction); knowledge, '
    'skill, attitude, confidence or commitment (learning). Null if it is not told.';

-- Revocations, for evaluation.credential_status -----------------------------------------------------------------------

ALTER TABLE credential.revocation ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.revocation TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON credential.revocation FOR SELECT TO tessera_reporting
    USING (credential_id IN (SELECT credential.credential_id FROM credential.credential));
-- Not the reason, which may be about the person.
GRANT SELECT (credential_id, revoked_at) ON credential.revocation TO tessera_reporting;

-- Publication ---------------------------------------------------------------------------------------------------------

CREATE SCHEMA publication;
COMMENT ON SCHEMA publication IS
    'How pilots are published: views that say what would be told of a pilot, and what was told. Not a contract.';
CREATE SCHEMA published;
COMMENT ON SCHEMA published IS
    'The contract with every evaluator: what is told of the pilots of all partners, after disclosure control.';

COMMENT ON SCHEMA analysis IS
    'Views that the views of schemas evaluation and publication share. Not a contract: nobody but tessera_reporting reads '
    'them.';

GRANT USAGE ON SCHEMA publication TO tessera_service, tessera_reporting;
GRANT CREATE ON SCHEMA publication TO tessera_reporting;
GRANT USAGE ON SCHEMA published TO tessera_evaluator, tessera_service, tessera_reporting;
GRANT CREATE ON SCHEMA published TO tessera_reporting;

CREATE TABLE publication.release (
    pilot_key bigint PRIMARY KEY REFERENCES training.pilot,
    published_at timestamptz NOT NULL DEFAULT now(),
    published_by text NOT NULL CHECK (published_by <> ''),
    threshold integer NOT NULL CHECK (threshold >= 3),
    withdrawn_at timestamptz,
    withdrawn_by text,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);

COMMENT ON TABLE publication.release IS
    'Pilots that were published, each once: two releases could be subtracted from each other.';
COMMENT ON COLUMN publication.release.pilot_key IS 'The pilot.';
COMMENT ON COLUMN publication.release.published_at IS 'When its numbers were put together; they are of this moment.';
COMMENT ON COLUMN publication.release.published_by IS 'Who published it.';
COMMENT ON COLUMN publication.release.threshold IS 'The publication threshold that its numbers keep.';
COMMENT ON COLUMN publication.release.withdrawn_at IS
    'When it was taken back; null while it is shown. It is not published again.';
COMMENT ON COLUMN publication.release.withdrawn_by IS 'Who took it back.';

CREATE TABLE publication.told (
    pilot_key bigint NOT NULL REFERENCES publication.release,
    source text NOT NULL,
    position integer NOT NULL,
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    PRIMARY KEY (source, pilot_key, position)
);

COMMENT ON TABLE publication.told IS 'What is told of published pilots: the rows of the views of this schema, kept.';
COMMENT ON COLUMN publication.told.pilot_key IS 'The pilot.';
COMMENT ON COLUMN publication.told.source IS 'Name of the view, here as in schema published.';
COMMENT ON COLUMN publication.told.position IS 'Order of the rows.';
COMMENT ON COLUMN publication.told.content IS 'The row, by its columns'' names.';

-- Nothing is changed once it is told; a release is only taken back.
GRANT SELECT, INSERT ON publication.release, publication.told TO tessera_service;
GRANT UPDATE (withdrawn_at, withdrawn_by) ON publication.release TO tessera_service;
GRANT SELECT ON publication.release, publication.told TO tessera_reporting;

-- As the pilots themselves: a partner publishes its own.
ALTER TABLE publication.release ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON publication.release TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL) OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
-- Who reads what is told reads that of all partners; that is what it is for.
CREATE POLICY told ON publication.release FOR SELECT TO tessera_reporting USING (true);
