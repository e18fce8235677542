-- The methodology by which pilots are evaluated, in versions; what evaluations find; and what is done about it.
--
-- All of it is the service's to write and so stands in schema training: schema evaluation holds nothing but the
-- contract with evaluators, views and functions.

-- Methodology ---------------------------------------------------------------------------------------------------------

CREATE TABLE training.methodology (
    methodology_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
    version text NOT NULL CHECK (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
    document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    derived_from bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    published_by text,
    UNIQUE (code, version),
    UNIQUE (code, methodology_key),
    CONSTRAINT methodology_derived_from_own FOREIGN KEY (code, derived_from)
        REFERENCES training.methodology (code, methodology_key),
    CHECK (derived_from <> methodology_key),
    CHECK ((state = 'published') = (published_at IS NOT NULL))
);
CREATE INDEX methodology_derived_from ON training.methodology (code, derived_from);

COMMENT ON TABLE training.methodology IS
    'Versions of the methodology by which pilots are evaluated. Immutable once published; a change is a new version.';
COMMENT ON COLUMN training.methodology.methodology_key IS 'Internal key.';
COMMENT ON COLUMN training.methodology.code IS 'Short name of the methodology, e.g. common.';
COMMENT ON COLUMN training.methodology.version IS 'Version, e.g. 1.0; unique within the methodology.';
COMMENT ON COLUMN training.methodology.state IS 'draft or published; published stays.';
COMMENT ON COLUMN training.methodology.document IS
    'What it consists of: models, phases, instruments, thresholds, formulas and the outline of the report, as '
    'training.define_methodology describes it.';
COMMENT ON COLUMN training.methodology.derived_from IS 'The version that this one was derived from.';
COMMENT ON COLUMN training.methodology.created_at IS 'When the version was first defined.';
COMMENT ON COLUMN training.methodology.changed_at IS 'When its document last changed.';
COMMENT ON COLUMN training.methodology.published_at IS 'When it was published; null for drafts.';
COMMENT ON COLUMN training.methodology.published_by IS 'Name of the API key that published it; null where unknown.';

CREATE FUNCTION training.keep_published_methodology() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'versions of methodologies are not truncated: published ones are kept'
            USING ERRCODE = 'object_not_in_prerequisite_state';
    ELSIF OLD.state = 'published' THEN
        RAISE EXCEPTION 'version % of the methodology % is published and does not change; make another version',
            OLD.version, OLD.code
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION training.keep_published_methodology() IS
    'Refuses whatever would change a published version of a methodology (55000).';
REVOKE EXECUTE ON FUNCTION training.keep_published_methodology() FROM PUBLIC;

CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON training.methodology
    FOR EACH ROW EXECUTE FUNCTION training.keep_published_methodology();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON training.methodology
    FOR EACH STATEMENT EXECUTE FUNCTION training.keep_published_methodology();

ALTER TABLE training.pilot ADD COLUMN methodology_key bigint REFERENCES training.methodology;
CREATE INDEX pilot_by_methodology ON training.pilot (methodology_key);
COMMENT ON COLUMN training.pilot.methodology_key IS
    'The version of the methodology that the pilot follows: as its definition names it, or the one published last when '
    'it starts. Null for planned pilots that name none. Frozen once the pilot has ended.';

-- Definitions, moves and whatever else writes a pilot are held to the same.
CREATE FUNCTION training.follow_methodology() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NEW.state <> 'planned' AND NEW.methodology_key IS NULL THEN
        SELECT methodology.methodology_key INTO NEW.methodology_key
        FROM training.methodology
        WHERE methodology.state = 'published'
        ORDER BY methodology.published_at DESC, methodology.methodology_key DESC
        LIMIT 1;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state IN ('closed', 'reported') AND OLD.methodology_key <> NEW.methodology_key THEN
        RAISE EXCEPTION 'the pilot % has ended, and keeps the methodology that it followed', OLD.code
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION training.follow_methodology() IS
    'Has a pilot that starts follow the methodology published last, if it names none, and a pilot that has ended keep '
    'the one that it followed (55000).';
REVOKE EXECUTE ON FUNCTION training.follow_methodology() FROM PUBLIC;

CREATE TRIGGER follow_methodology BEFORE INSERT OR UPDATE OF state, methodology_key ON training.pilot
    FOR EACH ROW EXECUTE FUNCTION training.follow_methodology();

-- Findings ------------------------------------------------------------------------------------------------------------

CREATE TABLE training.finding (
    finding_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    text text NOT NULL CHECK (text <> ''),
    criterion text CHECK (criterion IN (
        'effectiveness', 'efficiency', 'relevance', 'coherence', 'eu-added-value'
    )),
    kirkpatrick_level smallint CHECK (kirkpatrick_level BETWEEN 1 AND 4),
    strength text NOT NULL CHECK (strength IN ('must', 'should', 'could')),
    source text CHECK (source <> ''),
    metric_view text,
    metric_key jsonb CHECK (jsonb_typeof(metric_key) = 'object'),
    metric_column text,
    value numeric,
    people bigint,
    suppressed boolean,
    measured_at timestamptz,
    noted_at timestamptz NOT NULL DEFAULT now(),
    noted_by text,
    rejection_reason text CHECK (rejection_reason <> ''),
    rejected_at timestamptz,
    rejected_by text,
    UNIQUE (pilot_key, number),
    UNIQUE (finding_key, pilot_key),
    CHECK (num_nulls(criterion, kirkpatrick_level) < 2),
    CHECK (num_nulls(source, metric_view) < 2),
    CHECK (num_nulls(metric_view, metric_key, metric_column, suppressed, measured_at) IN (0, 5)),
    CHECK ((rejection_reason IS NULL) = (rejected_at IS NULL)),
    CHECK (value IS NULL OR NOT suppressed)
);

COMMENT ON TABLE training.finding IS
    'What the evaluation of a pilot found, and the metric that it rests on as that was. Rows are added; of one that is '
    'there only the rejection is told later.';
COMMENT ON COLUMN training.finding.finding_key IS 'Internal key.';
COMMENT ON COLUMN training.finding.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.finding.number IS 'Number within the pilot, from 1.';
COMMENT ON COLUMN training.finding.text IS 'What was found, in words that name nobody.';
COMMENT ON COLUMN training.finding.criterion IS
    'Criterion of the European Commission that it is about: effectiveness, efficiency, relevance, coherence or '
    'eu-added-value.';
COMMENT ON COLUMN training.finding.kirkpatrick_level IS
    'Kirkpatrick level that it is about: 1 reaction, 2 learning, 3 behaviour, 4 results.';
COMMENT ON COLUMN training.finding.strength IS 'How strongly something is recommended: must, should or could.';
COMMENT ON COLUMN training.finding.source IS 'How it is known, where no number tells it, e.g. interviews.';
COMMENT ON COLUMN training.finding.metric_view IS 'View of schema evaluation that has the number.';
COMMENT ON COLUMN training.finding.metric_key IS
    'Which of the pilot''s rows there: columns and their values. Empty where the pilot has only one.';
COMMENT ON COLUMN training.finding.metric_column IS 'Column that has the number.';
COMMENT ON COLUMN training.finding.value IS 'The number when the finding was noted; null where it was hidden, or none.';
COMMENT ON COLUMN training.finding.people IS 'The row''s n then; null where it was hidden.';
COMMENT ON COLUMN training.finding.suppressed IS 'Whether the number was hidden, for it was about too few people.';
COMMENT ON COLUMN training.finding.measured_at IS 'The row''s as_of: when the number was read.';
COMMENT ON COLUMN training.finding.noted_at IS 'When the finding was noted.';
COMMENT ON COLUMN training.finding.noted_by IS 'Name of the API key that noted it; null where unknown.';
COMMENT ON COLUMN training.finding.rejection_reason IS 'Why nothing is done about it; null where that is not said.';
COMMENT ON COLUMN training.finding.rejected_at IS 'When that was said.';
COMMENT ON COLUMN training.finding.rejected_by IS 'Name of the API key that said it; null where unknown.';

-- Actions -------------------------------------------------------------------------------------------------------------

CREATE TABLE training.feedback_action (
    action_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint NOT NULL,
    finding_key bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'curriculum', 'instrument', 'framework', 'delivery', 'organisation', 'data'
    )),
    text text NOT NULL CHECK (text <> ''),
    owner_organisation text NOT NULL CHECK (owner_organisation <> ''),
    owner_role text NOT NULL CHECK (owner_role <> ''),
    due_on date NOT NULL,
    state text NOT NULL DEFAULT 'proposed' CHECK (state IN (
        'proposed', 'accepted', 'in_progress', 'done', 'verified', 'rejected', 'superseded'
    )),
    response text CHECK (response IN ('accepted', 'partly', 'rejected')),
    response_reason text CHECK (response_reason <> ''),
    evidence text CHECK (evidence ~ '^https?://'),
    done_by text,
    verified_by text,
    reopened_from bigint UNIQUE REFERENCES training.feedback_action,
    proposal_key bigint UNIQUE REFERENCES framework.proposal,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (action_key, pilot_key),
    CONSTRAINT feedback_action_of_finding FOREIGN KEY (finding_key, pilot_key)
        REFERENCES training.finding (finding_key, pilot_key) ON DELETE CASCADE,
    CHECK (reopened_from <> action_key),
    CHECK (proposal_key IS NULL OR kind = 'framework'),
    CHECK (response IS NOT NULL OR state IN ('proposed', 'superseded')),
    CHECK ((state = 'rejected') = (response IS NOT DISTINCT FROM 'rejected')),
    CHECK (response_reason IS NOT NULL OR response IS NULL OR response = 'accepted'),
    -- Done is not verified: somebody else looks, and there is something to look at.
    CHECK (state NOT IN ('done', 'verified') OR num_nulls(done_by, evidence) = 0),
    CHECK ((state = 'verified') = (verified_by IS NOT NULL)),
    CHECK (verified_by <> done_by)
);
CREATE INDEX feedback_action_by_finding ON training.feedback_action (finding_key, action_key);
CREATE INDEX feedback_action_by_pilot ON training.feedback_action (pilot_key, action_key);
CREATE INDEX feedback_action_by_due ON training.feedback_action (due_on)
    WHERE state IN ('proposed', 'accepted', 'in_progress');

COMMENT ON TABLE training.feedback_action IS 'What is done about a finding, by whom and until when, and how far it is.';
COMMENT ON COLUMN training.feedback_action.action_key IS 'Names the action in addresses.';
COMMENT ON COLUMN training.feedback_action.pilot_key IS 'The finding''s pilot; for the policies.';
COMMENT ON COLUMN training.feedback_action.finding_key IS 'The finding.';
COMMENT ON COLUMN training.feedback_action.kind IS
    'What it changes: curriculum, instrument, framework, delivery, organisation or data.';
COMMENT ON COLUMN training.feedback_action.text IS 'What is to be done.';
COMMENT ON COLUMN training.feedback_action.owner_organisation IS 'The organisation that does it.';
COMMENT ON COLUMN training.feedback_action.owner_role IS 'Who there does it, by role: no person is named.';
COMMENT ON COLUMN training.feedback_action.due_on IS 'Until when it is to be done.';
COMMENT ON COLUMN training.feedback_action.state IS
    'proposed, accepted, in_progress, done, verified, rejected or superseded.';
COMMENT ON COLUMN training.feedback_action.response IS
    'What the owner answered: accepted, partly or rejected; null while it did not.';
COMMENT ON COLUMN training.feedback_action.response_reason IS 'Why only partly, or not at all.';
COMMENT ON COLUMN training.feedback_action.evidence IS 'Web address of what shows that it is done.';
COMMENT ON COLUMN training.feedback_action.done_by IS
    'Name of the API key that reported it done last; null while nobody did.';
COMMENT ON COLUMN training.feedback_action.verified_by IS
    'Name of the API key that verified it, which is another one; null while nobody did.';
COMMENT ON COLUMN training.feedback_action.reopened_from IS 'The action that this one takes up again.';
COMMENT ON COLUMN training.feedback_action.proposal_key IS
    'The proposal to change the framework that it opened; only of kind framework.';
COMMENT ON COLUMN training.feedback_action.proposed_at IS 'When the action was proposed.';

CREATE TABLE training.feedback_action_step (
    step_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action_key bigint NOT NULL,
    pilot_key bigint NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now(),
    from_state text,
    to_state text NOT NULL,
    taken_by text,
    role text CHECK (role <> ''),
    note text CHECK (note <> ''),
    CONSTRAINT feedback_action_step_of_action FOREIGN KEY (action_key, pilot_key)
        REFERENCES training.feedback_action (action_key, pilot_key) ON DELETE CASCADE
);
CREATE INDEX feedback_action_step_by_action ON training.feedback_action_step (action_key, step_key);

COMMENT ON TABLE training.feedback_action_step IS 'The history of actions. Rows are added and never changed.';
COMMENT ON COLUMN training.feedback_action_step.step_key IS 'Internal key, in the order of the steps.';
COMMENT ON COLUMN training.feedback_action_step.action_key IS 'The action.';
COMMENT ON COLUMN training.feedback_action_step.pilot_key IS 'Its pilot; for the policies.';
COMMENT ON COLUMN training.feedback_action_step.taken_at IS 'When.';
COMMENT ON COLUMN training.feedback_action_step.from_state IS 'The state before; null when the action was new.';
COMMENT ON COLUMN training.feedback_action_step.to_state IS
    'The state since; the same as before where something else was told.';
COMMENT ON COLUMN training.feedback_action_step.taken_by IS 'Name of the API key; null where it is not known.';
COMMENT ON COLUMN training.feedback_action_step.role IS 'In which role, as who took the step tells it.';
COMMENT ON COLUMN training.feedback_action_step.note IS 'What was said about it.';

CREATE TABLE training.feedback_action_effect (
    effect_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action_key bigint NOT NULL,
    pilot_key bigint NOT NULL,
    next_pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    value numeric,
    people bigint,
    suppressed boolean NOT NULL,
    measured_at timestamptz NOT NULL,
    checked_by text,
    CONSTRAINT feedback_action_effect_of_action FOREIGN KEY (action_key, pilot_key)
        REFERENCES training.feedback_action (action_key, pilot_key) ON DELETE CASCADE,
    CHECK (pilot_key <> next_pilot_key),
    CHECK (value IS NULL OR NOT suppressed)
);
CREATE INDEX feedback_action_effect_by_action ON training.feedback_action_effect (action_key, effect_key);
CREATE INDEX feedback_action_effect_by_next ON training.feedback_action_effect (next_pilot_key);

COMMENT ON TABLE training.feedback_action_effect IS
    'The metric of an action''s finding, as it was in the next run; the last check counts. Rows are added and never '
    'changed.';
COMMENT ON COLUMN training.feedback_action_effect.effect_key IS 'Internal key, in the order of the checks.';
COMMENT ON COLUMN training.feedback_action_effect.action_key IS 'The action.';
COMMENT ON COLUMN training.feedback_action_effect.pilot_key IS 'Its pilot; for the policies.';
COMMENT ON COLUMN training.feedback_action_effect.next_pilot_key IS 'The later pilot of the same curriculum.';
COMMENT ON COLUMN training.feedback_action_effect.value IS 'The number there; null where it was hidden.';
COMMENT ON COLUMN training.feedback_action_effect.people IS 'The row''s n; null where it was hidden.';
COMMENT ON COLUMN training.feedback_action_effect.suppressed IS
    'Whether the number was hidden, for it was about too few people.';
COMMENT ON COLUMN training.feedback_action_effect.measured_at IS 'The row''s as_of: when the number was read.';
COMMENT ON COLUMN training.feedback_action_effect.checked_by IS 'Name of the API key; null where it is not known.';

-- Rights --------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON training.methodology TO tessera_service;
GRANT SELECT, INSERT ON training.finding TO tessera_service;
GRANT UPDATE (rejection_reason, rejected_at, rejected_by) ON training.finding TO tessera_service;
GRANT SELECT, INSERT, UPDATE ON training.feedback_action TO tessera_service;
GRANT SELECT, INSERT ON training.feedback_action_step, training.feedback_action_effect TO tessera_service;

-- Not who did it: keys may be named after people.
GRANT SELECT (methodology_key, code, version) ON training.methodology TO tessera_reporting;
GRANT SELECT (
    finding_key, pilot_key, number, text, criterion, kirkpatrick_level, strength, source, metric_view, metric_key,
    metric_column, value, people, suppressed, measured_at, noted_at, rejection_reason, rejected_at
) ON training.finding TO tessera_reporting;
GRANT SELECT (
    action_key, pilot_key, finding_key, kind, text, owner_organisation, owner_role, due_on, state, response,
    response_reason, evidence, reopened_from, proposal_key, proposed_at
) ON training.feedback_action TO tessera_reporting;
GRANT SELECT (step_key, action_key, pilot_key, taken_at, from_state, to_state) ON training.feedback_action_step
    TO tessera_reporting;
GRANT SELECT (effect_key, action_key, pilot_key, next_pilot_key, value, people, suppressed, measured_at)
    ON training.feedback_action_effect TO tessera_reporting;

-- The methodology is the scheme's: all read it, no partner changes it.
ALTER TABLE training.methodology ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON training.methodology FOR SELECT TO tessera_service USING (true);
CREATE POLICY service_changes ON training.methodology TO tessera_service
    USING ((SELECT training.asking_partner() IS NULL));
CREATE POLICY evaluator ON training.methodology FOR SELECT TO tessera_reporting USING (true);

-- What belongs to a pilot is seen with it.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'finding', 'feedback_action', 'feedback_action_step', 'feedback_action_effect'
    ] LOOP
        EXECUTE format('ALTER TABLE training.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format(
            'CREATE POLICY service ON training.%I TO tessera_service USING ((SELECT training.asking_partner() IS NULL) '
                'OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot))',
            part
        );
        EXECUTE format(
            'CREATE POLICY evaluator ON training.%I FOR SELECT TO tessera_reporting '
                'USING (pilot_key = ANY ((SELECT training.visible_pilots(current_user))::bigint[]))',
            part
        );
    END LOOP;
END
$$;
