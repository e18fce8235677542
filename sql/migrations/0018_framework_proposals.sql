-- Change by discussion: proposals of partners against a draft of the framework, what is said about them, who stands
-- behind them, how they were decided, and the history of all that. A partner is named by its code, the scheme itself
-- by null; no row names a person. What belongs to an adopted document is frozen with it.

CREATE TABLE framework.proposal (
    proposal_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_key bigint NOT NULL REFERENCES framework.document,
    number integer NOT NULL CHECK (number > 0),
    identifier uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    partner text CHECK (partner <> ''),
    title text NOT NULL CHECK (title <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    language text NOT NULL CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'withdrawn', 'accepted', 'rejected')),
    carries uuid,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,
    closed_by text CHECK (closed_by <> ''),
    closing_reason text CHECK (closing_reason <> ''),
    UNIQUE (document_key, number),
    CONSTRAINT proposal_closed_when_not_open CHECK ((status = 'open') = (closed_at IS NULL)),
    CONSTRAINT proposal_open_has_no_end
        CHECK (status <> 'open' OR num_nonnulls(closed_by, closing_reason) = 0),
    CONSTRAINT proposal_decided_for_a_reason
        CHECK (status NOT IN ('accepted', 'rejected') OR closing_reason IS NOT NULL),
    CHECK (carries <> identifier)
);
CREATE INDEX proposal_carries ON framework.proposal (carries);

COMMENT ON TABLE framework.proposal IS 'What somebody proposes to change in a draft of a framework.';
COMMENT ON COLUMN framework.proposal.proposal_key IS 'Internal key.';
COMMENT ON COLUMN framework.proposal.document_key IS 'The draft that it is to change.';
COMMENT ON COLUMN framework.proposal.number IS
    'Number within the document, from 1; it names the proposal in addresses.';
COMMENT ON COLUMN framework.proposal.identifier IS 'The same in every installation.';
COMMENT ON COLUMN framework.proposal.partner IS 'Code of the partner that proposes it; null for the scheme itself.';
COMMENT ON COLUMN framework.proposal.title IS 'What it is, in one line.';
COMMENT ON COLUMN framework.proposal.reason IS 'Why it should be so.';
COMMENT ON COLUMN framework.proposal.language IS 'BCP 47 tag of title and reason.';
COMMENT ON COLUMN framework.proposal.status IS 'open, withdrawn (by who proposed it), accepted or rejected.';
COMMENT ON COLUMN framework.proposal.carries IS
    'Identifier of the proposal against an earlier version that was left undecided there and goes on as this one.';
COMMENT ON COLUMN framework.proposal.proposed_at IS 'When it was proposed.';
COMMENT ON COLUMN framework.proposal.closed_at IS 'When it was decided or withdrawn.';
COMMENT ON COLUMN framework.proposal.closed_by IS
    'Code of the partner that decided or withdrew it; null for the scheme itself, and while it is open.';
COMMENT ON COLUMN framework.proposal.closing_reason IS 'Why it was decided so, or withdrawn.';

CREATE TABLE framework.proposal_edit (
    proposal_key bigint NOT NULL REFERENCES framework.proposal,
    number integer NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('text', 'target')),
    item_code text NOT NULL CHECK (item_code <> ''),
    field text CHECK (field IN ('full_statement', 'abbreviated_statement', 'notes')),
    language text CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    old_text text CHECK (old_text <> ''),
    new_text text CHECK (new_text <> ''),
    competence_code text CHECK (competence_code <> ''),
    old_level smallint CHECK (old_level BETWEEN 1 AND 4),
    new_level smallint CHECK (new_level BETWEEN 1 AND 4),
    old_weight numeric CHECK (old_weight > 0),
    new_weight numeric CHECK (new_weight > 0),
    PRIMARY KEY (proposal_key, number),
    CONSTRAINT proposal_edit_once
        UNIQUE NULLS NOT DISTINCT (proposal_key, kind, item_code, field, language, competence_code),
    CONSTRAINT proposal_edit_of_text CHECK (
        CASE kind WHEN 'text' THEN field IS NOT NULL AND num_nonnulls(competence_code, old_level, new_level) = 0 END
    ),
    CONSTRAINT proposal_edit_of_target CHECK (
        CASE kind WHEN 'target' THEN
            competence_code IS NOT NULL AND num_nonnulls(field, language, old_text, new_text) = 0
        END
    ),
    CONSTRAINT proposal_edit_level_has_weight CHECK (
        (old_level IS NULL) = (old_weight IS NULL) AND (new_level IS NULL) = (new_weight IS NULL)
    ),
    CONSTRAINT proposal_edit_changes_something CHECK (
        (old_text, old_level, old_weight) IS DISTINCT FROM (new_text, new_level, new_weight)
    )
);

COMMENT ON TABLE framework.proposal_edit IS
    'What a proposal changes: a text of an item, or a profile''s target, each with what it replaces.';
COMMENT ON COLUMN framework.proposal_edit.proposal_key IS 'The proposal.';
COMMENT ON COLUMN framework.proposal_edit.number IS 'Place among the edits of the proposal, from 1.';
COMMENT ON COLUMN framework.proposal_edit.kind IS 'text or target.';
COMMENT ON COLUMN framework.proposal_edit.item_code IS
    'Code of the item whose text, or of the profile whose target it is.';
COMMENT ON COLUMN framework.proposal_edit.field IS
    'Which text of the item: full_statement, abbreviated_statement or notes.';
COMMENT ON COLUMN framework.proposal_edit.language IS
    'BCP 47 tag of the translation that is changed; null for the text in the document''s own language.';
COMMENT ON COLUMN framework.proposal_edit.old_text IS 'The text that is replaced; null where there is none.';
COMMENT ON COLUMN framework.proposal_edit.new_text IS 'The text that is proposed; null to have none.';
COMMENT ON COLUMN framework.proposal_edit.competence_code IS 'Code of the competence whose target level is changed.';
COMMENT ON COLUMN framework.proposal_edit.old_level IS 'The target level that is replaced; null where there is none.';
COMMENT ON COLUMN framework.proposal_edit.new_level IS 'The target level that is proposed; null to have none.';
COMMENT ON COLUMN framework.proposal_edit.old_weight IS 'The weight that is replaced.';
COMMENT ON COLUMN framework.proposal_edit.new_weight IS 'The weight that is proposed.';

CREATE TABLE framework.proposal_comment (
    proposal_key bigint NOT NULL REFERENCES framework.proposal,
    number integer NOT NULL CHECK (number > 0),
    identifier uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    partner text CHECK (partner <> ''),
    language text NOT NULL CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
    text text NOT NULL CHECK (text <> ''),
    commented_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (proposal_key, number)
);

COMMENT ON TABLE framework.proposal_comment IS 'What is said about a proposal. Rows are only ever added.';
COMMENT ON COLUMN framework.proposal_comment.proposal_key IS 'The proposal.';
COMMENT ON COLUMN framework.proposal_comment.number IS 'Place among the comments of the proposal, from 1.';
COMMENT ON COLUMN framework.proposal_comment.identifier IS 'The same in every installation.';
COMMENT ON COLUMN framework.proposal_comment.partner IS 'Code of the partner that says it; null for the scheme itself.';
COMMENT ON COLUMN framework.proposal_comment.language IS 'BCP 47 tag of the text.';
COMMENT ON COLUMN framework.proposal_comment.text IS 'What is said.';
COMMENT ON COLUMN framework.proposal_comment.commented_at IS 'When it was said.';

CREATE TABLE framework.proposal_endorsement (
    proposal_key bigint NOT NULL REFERENCES framework.proposal,
    partner text NOT NULL CHECK (partner <> ''),
    endorsed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (proposal_key, partner)
);

COMMENT ON TABLE framework.proposal_endorsement IS
    'Partners that stand behind a proposal. Of one that no longer does, the history tells.';
COMMENT ON COLUMN framework.proposal_endorsement.proposal_key IS 'The proposal.';
COMMENT ON COLUMN framework.proposal_endorsement.partner IS 'Code of the partner.';
COMMENT ON COLUMN framework.proposal_endorsement.endorsed_at IS 'When it said so.';

CREATE TABLE framework.proposal_event (
    proposal_key bigint NOT NULL REFERENCES framework.proposal,
    number integer NOT NULL CHECK (number > 0),
    action text NOT NULL CHECK (action IN (
        'proposed', 'commented', 'endorsed', 'endorsement withdrawn', 'withdrawn', 'accepted', 'rejected'
    )),
    partner text CHECK (partner <> ''),
    comment_number integer,
    happened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (proposal_key, number),
    FOREIGN KEY (proposal_key, comment_number) REFERENCES framework.proposal_comment (proposal_key, number),
    CONSTRAINT proposal_event_names_its_comment CHECK ((action = 'commented') = (comment_number IS NOT NULL))
);
CREATE INDEX proposal_event_of_comment ON framework.proposal_event (proposal_key, comment_number);

COMMENT ON TABLE framework.proposal_event IS
    'Everything that happened to a proposal, in order. Rows are only ever added.';
COMMENT ON COLUMN framework.proposal_event.proposal_key IS 'The proposal.';
COMMENT ON COLUMN framework.proposal_event.number IS 'Place in the history of the proposal, from 1.';
COMMENT ON COLUMN framework.proposal_event.action IS
    'proposed, commented, endorsed, endorsement withdrawn, withdrawn, accepted or rejected.';
COMMENT ON COLUMN framework.proposal_event.partner IS 'Code of the partner that did it; null for the scheme itself.';
COMMENT ON COLUMN framework.proposal_event.comment_number IS 'The comment that was made.';
COMMENT ON COLUMN framework.proposal_event.happened_at IS 'When it happened.';

-- Frozen with the document, and history stays -------------------------------------------------------------------------

CREATE FUNCTION framework.keep_frozen_proposals() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    proposal_keys bigint[];
BEGIN
    -- Both the old and the new owner count, as for the rows of the document itself.
    IF TG_TABLE_NAME = 'proposal' THEN
        IF TG_OP <> 'INSERT' THEN PERFORM framework.refuse_frozen(ARRAY[OLD.document_key]); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM framework.refuse_frozen(ARRAY[NEW.document_key]); END IF;
    ELSE
        IF TG_OP <> 'INSERT' THEN proposal_keys := proposal_keys || OLD.proposal_key; END IF;
        IF TG_OP <> 'DELETE' THEN proposal_keys := proposal_keys || NEW.proposal_key; END IF;
        PERFORM framework.refuse_frozen(ARRAY(
            SELECT proposal.document_key FROM framework.proposal WHERE proposal.proposal_key = ANY (proposal_keys)
        ));
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;
COMMENT ON FUNCTION framework.keep_frozen_proposals() IS
    'Trigger: refuses any change to the proposals of an adopted or deprecated document.';

CREATE FUNCTION framework.refuse_rewriting() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'rows of %.% are only ever added', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'object_not_in_prerequisite_state', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
END
$$;
COMMENT ON FUNCTION framework.refuse_rewriting() IS 'Trigger: refuses to change or remove what is history.';

CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.proposal
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_proposals();
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.proposal_edit
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_proposals();
CREATE TRIGGER keep_frozen BEFORE INSERT ON framework.proposal_comment
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_proposals();
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework.proposal_endorsement
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_proposals();
CREATE TRIGGER keep_frozen BEFORE INSERT ON framework.proposal_event
    FOR EACH ROW EXECUTE FUNCTION framework.keep_frozen_proposals();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.proposal
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.proposal_edit
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.proposal_endorsement
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.proposal_comment
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_frozen_truncate BEFORE TRUNCATE ON framework.proposal_event
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_truncate();
CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON framework.proposal_comment
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_rewriting();
CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON framework.proposal_event
    FOR EACH STATEMENT EXECUTE FUNCTION framework.refuse_rewriting();

-- Who may -------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON framework.proposal TO tessera_service;
GRANT SELECT, INSERT ON framework.proposal_edit, framework.proposal_comment, framework.proposal_event
    TO tessera_service;
GRANT SELECT, INSERT, DELETE ON framework.proposal_endorsement TO tessera_service;
GRANT SELECT ON framework.proposal, framework.proposal_edit, framework.proposal_comment,
    framework.proposal_endorsement, framework.proposal_event TO tessera_reporting;
