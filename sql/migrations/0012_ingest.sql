-- What a batch of statements brings into the store, in one parameter.
--
-- What a statement conforms to is stored with it, by one SQL statement: a foreign key's check that the statement is
-- there would find it always, and costs more than the row. Like the other big tables it does without (see 0002); when
-- statements are deleted, which is rare, it goes with them.
ALTER TABLE lrs.profile_conformance DROP CONSTRAINT profile_conformance_statement_key_fkey;

CREATE FUNCTION lrs.forget_conformance() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    DELETE FROM lrs.profile_conformance AS c
    USING deleted
    WHERE c.statement_key = deleted.statement_key;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION lrs.forget_conformance() IS 'Deletes what was noted of the conformance of statements that are deleted.';

CREATE TRIGGER forget_conformance AFTER DELETE ON lrs.statement
    REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION lrs.forget_conformance();

-- An array of rows, which can be encoded one by one ahead of the query, and not an array for each of forty columns.
CREATE TYPE lrs.incoming_statement AS (
    arrival integer,
    request integer,
    nth integer,
    kept timestamptz,
    statement_id uuid,
    fingerprint uuid,
    happened timestamptz,
    id_sent boolean,
    version_sent boolean,
    version text,
    verb_key integer,
    authority_key integer,
    actor_key bigint,
    object_kind text,
    object_activity_key bigint,
    object_agent_key bigint,
    target_id uuid,
    registration uuid,
    score_scaled numeric,
    score_raw numeric,
    score_min numeric,
    score_max numeric,
    success boolean,
    completion boolean,
    response text,
    duration interval,
    pilot_key bigint,
    curriculum_key bigint,
    profile_key bigint,
    instrument_key bigint,
    item_key bigint,
    competence_key bigint,
    other_competence_keys text,
    phase text,
    level smallint,
    level_method text,
    months_after smallint,
    nonresponse text,
    quality_notes text,
    payload json,
    received json
);

COMMENT ON TYPE lrs.incoming_statement IS
    'A statement on its way into lrs.statement. It is never altered: servers of two versions work side by side during an
upgrade, so what needs other fields gets a type of its own.';
COMMENT ON COLUMN lrs.incoming_statement.arrival IS 'Its place in the batch, from 1, in the order of arrival.';
COMMENT ON COLUMN lrs.incoming_statement.request IS
    'The request that brought it; it is stored with the others of that request or not at all.';
COMMENT ON COLUMN lrs.incoming_statement.nth IS 'Its number among those of the batch that keep one millisecond.';
COMMENT ON COLUMN lrs.incoming_statement.kept IS
    'When it was stored, if that was in another store whose time it keeps; null for now.';
COMMENT ON COLUMN lrs.incoming_statement.happened IS 'The timestamp, if sent.';
COMMENT ON COLUMN lrs.incoming_statement.other_competence_keys IS
    'An array of bigint in PostgreSQL''s notation: fields of built-in types need no lookup to be sent.';
COMMENT ON COLUMN lrs.incoming_statement.quality_notes IS 'An array of text in PostgreSQL''s notation.';

COMMENT ON SEQUENCE lrs.statement_sequence IS
    'Tells statements of one millisecond apart: a batch takes a number for each 1,024 of its statements, whose places
follow it in the low 20 bits of statement_key.';

COMMENT ON TABLE lrs.outbox IS
    'What awarding must look at, statements about a competence and statements that are voided: written in the transaction
that stored or voided them. A reader takes rows of transactions older than every one still running, in this order, and so
misses none.';
